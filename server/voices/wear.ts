/** Watches what the process holds in memory, and says when it is better replaced. */
export interface Wear {
  /** MB now, at even intervals. True once it has long held too much more than in the beginning. */
  sample(mb: number): boolean
}

/** More than all the tracks of twelve voices that are waiting to be freed, with a heap that happens to be full. */
const GROWN_MB = 100
/** The heap breathes: what counts is the least that was held in so many samples. */
const SAMPLES = 6

export function createWear(): Wear {
  let first: number | null = null
  let recent: number[] = []
  return {
    sample(mb) {
      recent = [...recent, mb].slice(-SAMPLES)
      if (recent.length < SAMPLES) return false
      const least = Math.min(...recent)
      first ??= least
      return least - first > GROWN_MB
    },
  }
}
