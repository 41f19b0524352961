import type { Interval } from './voices.ts'

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

/** What of these intervals lies inside `bounds`. */
export function within(intervals: readonly Interval[], bounds: readonly Interval[]): Interval[] {
  return intervals
    .flatMap(([from, to]) =>
      bounds.map(([least, most]): Interval => [Math.max(from, least), Math.min(to, most)]),
    )
    .filter(([from, to]) => to > from)
}

/** What of these intervals lies outside `holes`. */
export function minus(intervals: readonly Interval[], holes: readonly Interval[]): Interval[] {
  const edges = joined(holes)
  const outside = [-Infinity, ...edges.flat(), Infinity]
  const bounds: Interval[] = []
  for (let i = 0; i < outside.length; i += 2)
    bounds.push([outside[i] ?? -Infinity, outside[i + 1] ?? Infinity])
  return within(intervals, bounds)
}

/** How far the measured total is from the truth, percent of the truth; of the whole length where nobody speaks. */
export function errorPercent(
  measured: readonly Interval[],
  truth: readonly Interval[],
  wholeMs: number,
): number {
  const spoken = lengthOf(truth)
  const found = lengthOf(measured)
  return spoken > 0 ? (Math.abs(found - spoken) / spoken) * 100 : (found / wholeMs) * 100
}

/** How far the nearest measured beginning or end is from each true one, ms; what was not heard at all is its length away. */
export function boundaryErrors(measured: readonly Interval[], truth: readonly Interval[]): number[] {
  return ([0, 1] as const).flatMap((edge) =>
    truth.map((interval) =>
      measured.length > 0
        ? Math.min(...measured.map((one) => Math.abs(one[edge] - interval[edge])))
        : interval[1] - interval[0],
    ),
  )
}

/** The smallest value that this part of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))
