import { mergeIntervals, type Interval } from './intervals.ts'

/**
 * S1: a pause up to this long inside somebody's talk is theirs. In conversation silences run up to about a second
 * before anybody treats the talk as over (G. Jefferson, "Preliminary notes on a possible metric which provides for a
 * 'standard maximum' silence of approximately one second in conversation", 1989).
 */
export const PAUSE_MS = 1_000
/** A "ja" or "hm" up to this long does not take the talk over. */
const AGREEING_MS = 700
/** The listener and the SFU tell of one moment a little apart. */
const APART_MS = 50

/** What comes between two stretches so that the pause is nobody's. */
export interface Between {
  /** Whatever the others in the room said, each stretch as it was heard. */
  others: readonly Interval[]
  /** Silences, guiding, and where nothing was measured. */
  breaks: readonly Interval[]
  /** Moments at which the microphone was muted. */
  mutes: readonly number[]
}

/** One person's stretches, in order, with the pauses that are theirs. */
export function withPauses(stretches: readonly Interval[], between: Between): Interval[] {
  const closed = closedBy(between)
  const out: Interval[] = []
  for (const { startMs, endMs } of stretches) {
    const last = out.at(-1)
    const pause = last && { startMs: last.endMs, endMs: startMs }
    if (last && pause && startMs - pause.startMs <= PAUSE_MS && !closed(pause))
      last.endMs = Math.max(last.endMs, endMs)
    else out.push({ startMs, endMs })
  }
  return out
}

/** Asked of pauses in order. */
function closedBy({ others, breaks, mutes }: Between): (pause: Interval) => boolean {
  const words = others.filter(({ startMs, endMs }) => endMs - startMs > AGREEING_MS)
  const shut = mergeIntervals([...words, ...breaks])
  let from = 0
  return ({ startMs, endMs }) => {
    while ((shut[from]?.endMs ?? Infinity) <= startMs) from += 1
    if ((shut[from]?.startMs ?? Infinity) < endMs) return true
    return mutes.some((at) => at >= startMs - APART_MS && at <= endMs + APART_MS)
  }
}
