import type { Interval } from './intervals.ts'
import type { PersonId } from '../model.ts'

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

/** Of what began before this moment, the latest end. */
type LatestEnd = (beforeMs: number) => number

/** What comes between two stretches so that the pause is nobody's. */
export interface Between {
  /** Words of the others in the room. */
  others: LatestEnd
  /** Silences, guiding, and where nothing was measured, in the order in which they began. */
  breaks: readonly Interval[]
  /** Moments at which the microphone was muted, in order. */
  mutes: readonly number[]
}
export const nothingBetween: Between = { others: () => -Infinity, breaks: [], mutes: [] }

/** One person's stretches, in order, with the pauses that are theirs. */
export function withPauses(stretches: readonly Interval[], { others, breaks, mutes }: Between): Interval[] {
  const ends = [
    others,
    latestEnd(breaks),
    latestEnd(mutes.map((at) => ({ startMs: at - APART_MS, endMs: at + APART_MS }))),
  ]
  const out: Interval[] = []
  for (const { startMs, endMs } of stretches) {
    const last = out.at(-1)
    const since = last?.endMs ?? -Infinity
    if (last && startMs - since <= PAUSE_MS && ends.every((end) => end(startMs) <= since))
      last.endMs = Math.max(last.endMs, endMs)
    else out.push({ startMs, endMs })
  }
  return out
}

/** Asked of later and later moments, so that all of it is walked once. */
function latestEnd(inOrder: readonly Interval[]): LatestEnd {
  let next = 0
  let latest = -Infinity
  return (beforeMs) => {
    for (let one = inOrder[next]; one && one.startMs < beforeMs; one = inOrder[++next])
      latest = Math.max(latest, one.endMs)
    return latest
  }
}

/** At this moment `who` has had the word longest, until `endMs`; anybody else until `othersMs`. */
interface Word {
  startMs: number
  who: PersonId
  endMs: number
  othersMs: number
}

/**
 * The words of everybody else, for each person of a room. What all said is walked once, and kept with whose word lasts
 * longest and how long the others' do: an evening of sixty people is asked about thousands of pauses.
 */
export function wordsIn(
  people: Readonly<Record<PersonId, readonly Interval[]>>,
): (self: PersonId) => LatestEnd {
  const said = Object.entries(people)
    .flatMap(([person, stretches]) => stretches.map(({ startMs, endMs }) => ({ person, startMs, endMs })))
    .filter(({ startMs, endMs }) => endMs - startMs > AGREEING_MS)
    .toSorted((one, other) => one.startMs - other.startMs)
  const words: Word[] = []
  for (const { person, startMs, endMs } of said) {
    const before = words.at(-1) ?? { who: person, endMs: -Infinity, othersMs: -Infinity }
    if (person === before.who) words.push({ ...before, startMs, endMs: Math.max(before.endMs, endMs) })
    else if (endMs > before.endMs) words.push({ startMs, who: person, endMs, othersMs: before.endMs })
    else words.push({ ...before, startMs, othersMs: Math.max(before.othersMs, endMs) })
  }
  return (self) => (beforeMs) => {
    const last = words[countBefore(words, beforeMs) - 1]
    if (!last) return -Infinity
    return last.who === self ? last.othersMs : last.endMs
  }
}

/** How many began before this moment. */
function countBefore(inOrder: readonly { startMs: number }[], beforeMs: number): number {
  let low = 0
  let high = inOrder.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle]?.startMs ?? Infinity) < beforeMs) low = middle + 1
    else high = middle
  }
  return low
}
