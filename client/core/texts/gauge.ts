/** From here on somebody is told: there is still room to round off what they write. */
const NEARLY = 0.75
/** What is near its limit is measured again after so much more. */
const STEP = 0.01

/** Whether something that grows comes near its limit. Measuring costs as much as the whole, so it is done only when it may have. */
export interface Gauge {
  grew(bytes: number): void
  isNear(): boolean
}

export function createGauge(limit: number, measure: () => number): Gauge {
  let size = 0
  let since = 0
  let near = false
  return {
    grew(bytes) {
      since += bytes
      if (near ? since < STEP * limit : size + since < NEARLY * limit) return
      size = measure()
      since = 0
      near = size >= NEARLY * limit
    },
    isNear: () => near,
  }
}
