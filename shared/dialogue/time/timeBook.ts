import { lengthOf, mergeIntervals, within, without, type Interval } from './intervals.ts'
import { PAUSE_MS, withPauses, wordsIn } from './pauses.ts'
import { KEY, marked, OPEN_MS, turnsIn, type Marks } from './marks.ts'
import type { Basis } from './balance.ts'
import type { Correction, PersonId, RoomId } from '../model.ts'

/**
 * Whose time counts, and when (S1, S2, S7, S8). The log says which mode held, whose turn's clock ran, when it was silent and who guided;
 * the listener says who was heard. Measured speech counts in free talk, the turn's clock where the floor is controlled.
 */

/** All that is known about time in a session. */
export interface TimeBook {
  marks: Marks
  /** Speech the listener heard: per room and person disjoint stretches in order. */
  measured: Readonly<Record<RoomId, Readonly<Record<PersonId, readonly Interval[]>>>>
  /** When a microphone was muted: per room and person the moments in order. */
  mutes: Readonly<Record<RoomId, Readonly<Record<PersonId, readonly number[]>>>>
  /** Where nothing was measured, per room. */
  gaps: Readonly<Record<RoomId, readonly Interval[]>>
  corrections: readonly Correction[]
}

/** Milliseconds per room and person. Two people at once both count (S1). */
export type Spoken = Record<RoomId, Record<PersonId, number>>

export interface Times {
  /** S2: what counts. */
  counted: Spoken
  /** What was heard, whatever the mode; without silences and corrections. */
  measured: Spoken
  /** Per room: how long clocks of turns ran, and how long the talk was free. */
  turnMs: Record<RoomId, number>
  freeMs: Record<RoomId, number>
}

export const noTimes: Times = { counted: {}, measured: {}, turnMs: {}, freeMs: {} }

/** S2: what the counted time of a room rests on. */
export function basisOf({ turnMs, freeMs }: Times, room: RoomId): Basis {
  if ((turnMs[room] ?? 0) === 0) return 'speech'
  return (freeMs[room] ?? 0) === 0 ? 'turns' : 'both'
}

/** The stretches that count for this person in this room, up to `now`. */
export function countedOf(
  book: TimeBook,
  { room, person, talk, now }: { room: RoomId; person: PersonId; talk: readonly Interval[]; now: number },
): Interval[] {
  const held = (key: string) => book.marks[key] ?? []
  // who of those at one device spoke is not guessed: in free talk it is measured together, and counts for none of them
  const free = without(held(KEY.free(room)), held(KEY.shared(room, person)))
  const frame = mergeIntervals([...free, ...held(KEY.reply(room, person))])
  const speech = within(talk, frame)
  const turns = within(held(KEY.turn(room, person)), [{ startMs: 0, endMs: now }])
  return without([...speech, ...turns], cutsOf(book, room, person))
}

/**
 * What the listener heard in this room of each person with the pauses that are theirs, less what does not count for
 * anybody (S1, F9, S7, S8). What all said is walked once for everybody.
 */
export function talkIn(book: TimeBook, room: RoomId): (person: PersonId) => Interval[] {
  const held = (key: string) => book.marks[key] ?? []
  const words = wordsIn(book.measured[room] ?? {})
  return (person) => {
    const breaks = [...held(KEY.silence(room)), ...held(KEY.steering(room, person))]
    const talk = withPauses(book.measured[room]?.[person] ?? [], {
      others: words(person),
      breaks: [...breaks, ...(book.gaps[room] ?? [])].toSorted((one, other) => one.startMs - other.startMs),
      mutes: book.mutes[room]?.[person] ?? [],
    })
    return without(talk, [...breaks, ...cutsOf(book, room, person)])
  }
}

const cutsOf = ({ corrections }: TimeBook, room: RoomId, person: PersonId): Interval[] =>
  corrections
    .filter((one) => one.room === room && one.person === person)
    .map(({ from, to }) => ({ startMs: from, endMs: to }))

/** Everybody's time up to `now`, or in a part of the session. */
export function timesOf(book: TimeBook, now: number, part: Interval = { startMs: 0, endMs: OPEN_MS }): Times {
  // a pause may begin before the part does
  const fromMs = part.startMs - PAUSE_MS
  const recent = { ...book, marks: since(book.marks, fromMs), measured: heardSince(book.measured, fromMs) }
  const times: Times = { counted: {}, measured: {}, turnMs: {}, freeMs: {} }
  const past = [{ startMs: part.startMs, endMs: Math.min(part.endMs, now) }]
  for (const [room, people] of Object.entries(everybody(recent))) {
    const counted: Record<PersonId, number> = {}
    const heardMs: Record<PersonId, number> = {}
    const talkOf = talkIn(recent, room)
    for (const person of people) {
      const talk = talkOf(person)
      counted[person] = lengthOf(within(countedOf(recent, { room, person, talk, now }), [part]))
      heardMs[person] = lengthOf(within(talk, [part]))
    }
    times.counted[room] = counted
    times.measured[room] = heardMs
  }
  for (const { room, stretches } of turnsIn(recent.marks)) {
    times.turnMs[room] = (times.turnMs[room] ?? 0) + lengthOf(within(stretches, past))
  }
  for (const { room, stretches } of marked(recent.marks, 'free')) {
    times.freeMs[room] = lengthOf(within(stretches, past))
  }
  return times
}

/** The time of two parts together. */
export function addTimes(one: Times, other: Times): Times {
  const sums = (a: Spoken, b: Spoken): Spoken =>
    Object.fromEntries(Object.keys({ ...a, ...b }).map((room) => [room, sum(a[room], b[room])]))
  return {
    counted: sums(one.counted, other.counted),
    measured: sums(one.measured, other.measured),
    turnMs: sum(one.turnMs, other.turnMs),
    freeMs: sum(one.freeMs, other.freeMs),
  }
}

function sum(one: Record<string, number> = {}, other: Record<string, number> = {}): Record<string, number> {
  const all = { ...one }
  for (const [key, ms] of Object.entries(other)) all[key] = (all[key] ?? 0) + ms
  return all
}

type Stretches = Readonly<Record<string, readonly Interval[]>>

/** Only what reaches past `fromMs`, found from the end: a part of a long session costs no more than that part. */
function since(stretches: Stretches, fromMs: number): Stretches {
  if (fromMs <= 0) return stretches
  const kept: Record<string, readonly Interval[]> = {}
  for (const [key, list] of Object.entries(stretches)) {
    const first = list.findLastIndex(({ endMs }) => endMs <= fromMs) + 1
    if (first < list.length) kept[key] = first === 0 ? list : list.slice(first)
  }
  return kept
}

const heardSince = (measured: TimeBook['measured'], fromMs: number): TimeBook['measured'] =>
  Object.fromEntries(Object.entries(measured).map(([room, people]) => [room, since(people, fromMs)]))

/** Per room whoever was heard there or had a turn. */
function everybody({ marks, measured }: TimeBook): Record<RoomId, Set<PersonId>> {
  const found: Record<RoomId, Set<PersonId>> = {}
  const add = (room: RoomId, person: PersonId) => (found[room] ??= new Set()).add(person)
  for (const [room, people] of Object.entries(measured))
    for (const person of Object.keys(people)) add(room, person)
  for (const { room, person } of turnsIn(marks)) add(room, person)
  return found
}
