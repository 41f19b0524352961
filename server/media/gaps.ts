/** What was not measured in a room; times are monotonic. */
export interface Gap {
  fromMs: number
  toMs: number
}

/** Speech that is told later than this is no speech of then. */
const KEPT_MS = 60_000

/** One whose end is not known yet lasts until the next is told in its place. */
export function withGap(gaps: readonly Gap[], gap: Gap): readonly Gap[] {
  return [...gaps.filter(({ toMs }) => toMs < Infinity && gap.fromMs - toMs < KEPT_MS), gap]
}

/** A stretch without what lies in gaps: what is marked as not measured does not count as well, however late it is heard. */
export function outside(gaps: readonly Gap[], fromMs: number, toMs: number): Gap[] {
  return gaps.reduce(
    (left, gap) =>
      left.flatMap((part) =>
        [
          { fromMs: part.fromMs, toMs: Math.min(part.toMs, gap.fromMs) },
          { fromMs: Math.max(part.fromMs, gap.toMs), toMs: part.toMs },
        ].filter((one) => one.fromMs < one.toMs),
      ),
    [{ fromMs, toMs }],
  )
}
