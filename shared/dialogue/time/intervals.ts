/** Arithmetic on stretches of time: half open, milliseconds on the server's clock. Lists are disjoint and in order unless said otherwise. */
export interface Interval {
  startMs: number
  endMs: number
}

/** Any stretches, as disjoint ones in order: overlaps count once, and what lies at most `bridgeMs` apart is one. */
export function mergeIntervals(intervals: readonly Interval[], bridgeMs = 0): Interval[] {
  const out: Interval[] = []
  for (const { startMs, endMs } of intervals.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = out.at(-1)
    if (endMs <= startMs) continue
    if (last && startMs - last.endMs <= bridgeMs) last.endMs = Math.max(last.endMs, endMs)
    else out.push({ startMs, endMs })
  }
  return out
}

/** What both lists hold. */
export function within(intervals: readonly Interval[], frame: readonly Interval[]): Interval[] {
  const out: Interval[] = []
  let from = 0
  for (const { startMs, endMs } of intervals) {
    while ((frame[from]?.endMs ?? Infinity) <= startMs) from += 1
    for (let i = from; i < frame.length; i += 1) {
      const part = frame[i]
      if (!part || part.startMs >= endMs) break
      out.push({ startMs: Math.max(startMs, part.startMs), endMs: Math.min(endMs, part.endMs) })
    }
  }
  return out.filter((part) => part.endMs > part.startMs)
}

/** What is left outside the cuts; neither list needs to be in order. */
export function without(intervals: readonly Interval[], cuts: readonly Interval[]): Interval[] {
  const around: Interval[] = []
  let from = -Infinity
  for (const cut of mergeIntervals(cuts)) {
    around.push({ startMs: from, endMs: cut.startMs })
    from = cut.endMs
  }
  return within(mergeIntervals(intervals), [...around, { startMs: from, endMs: Infinity }])
}

/** Milliseconds in disjoint stretches. */
export const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
