import type { Interval, Voice } from './voices.ts'

export const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, [from, to]) => sum + to - from, 0)

/** Joins what touches, or lies no further apart than `gapMs`. */
export function joined(intervals: readonly Interval[], gapMs = 3): Interval[] {
  const found: Interval[] = []
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && from - last[1] <= gapMs) last[1] = Math.max(last[1], to)
    else found.push([from, to])
  }
  return found
}

/** How far the measured total is from the truth, percent of the truth; of the whole length where nobody speaks. */
export function errorPercent(measured: readonly Interval[], voice: Voice): number {
  const truth = lengthOf(voice.speech)
  const whole = (voice.samples.length / voice.rate) * 1000
  return truth > 0 ? (Math.abs(lengthOf(measured) - truth) / truth) * 100 : (lengthOf(measured) / whole) * 100
}

/** How far measured beginnings and ends are from the nearest true ones, ms, all of them. */
export function boundaryErrors(measured: readonly Interval[], truth: readonly Interval[]): number[] {
  return ([0, 1] as const)
    .flatMap((edge) =>
      truth.map((interval) => {
        const distances = measured.map((one) => Math.abs(one[edge] - interval[edge]))
        return distances.length > 0 ? Math.min(...distances) : Infinity
      }),
    )
    .filter((distance) => Number.isFinite(distance))
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))
