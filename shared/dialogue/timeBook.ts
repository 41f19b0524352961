import { lengthOf, mergeIntervals, within, without, type Interval } from './intervals.ts'
import { openRooms } from './places.ts'
import type { Basis } from '../protocol.ts'
import type { Correction, PersonId, RoomId, SessionState } from './model.ts'

/**
 * Whose time counts, and when (S1, S2, S7, S8). The log says which mode held, whose turn's clock ran, when it was silent and who guided;
 * the listener says who was heard. Measured speech counts in free talk, the turn's clock where the floor is controlled.
 */

/** Per key the stretches in which it held; the last is open-ended while it still holds. */
export type Marks = Readonly<Record<string, readonly Interval[]>>
export const OPEN_MS = Number.MAX_SAFE_INTEGER

const KEY = {
  free: (room: RoomId) => `free ${room}`,
  silence: (room: RoomId) => `silence ${room}`,
  steering: (room: RoomId, person: PersonId) => `steering ${room} ${person}`,
  reply: (room: RoomId, person: PersonId) => `reply ${room} ${person}`,
  turn: (room: RoomId, person: PersonId) => `turn ${room} ${person}`,
}

/** What holds in this state. */
function holding(state: SessionState): string[] {
  if (state.phase.name === 'lobby') return []
  return openRooms(state).flatMap((room) => {
    const floor = state.floors[room]
    if (!floor) return []
    const { mode, silence, steering, reply, turn } = floor
    return [
      mode === 'free' ? KEY.free(room) : null,
      silence ? KEY.silence(room) : null,
      steering === null ? null : KEY.steering(room, steering),
      reply === null ? null : KEY.reply(room, reply),
      turn && turn.runningSince !== null ? KEY.turn(room, turn.person) : null,
    ].filter((key) => key !== null)
  })
}

/** The marks after an event at `at` led to this state. */
export function note(marks: Marks, state: SessionState, at: number): Marks {
  const now = new Set(holding(state))
  const changed: Record<string, readonly Interval[]> = {}
  for (const [key, stretches] of Object.entries(marks)) {
    const last = stretches.at(-1)
    if (last?.endMs !== OPEN_MS || now.has(key)) continue
    changed[key] = [...stretches.slice(0, -1), { ...last, endMs: at }]
  }
  for (const key of now) {
    if (marks[key]?.at(-1)?.endMs === OPEN_MS) continue
    changed[key] = [...(marks[key] ?? []), { startMs: at, endMs: OPEN_MS }]
  }
  return Object.keys(changed).length === 0 ? marks : { ...marks, ...changed }
}

/** All that is known about time in a session. */
export interface TimeBook {
  marks: Marks
  /** Speech the listener heard: per room and person disjoint stretches in order. */
  measured: Readonly<Record<RoomId, Readonly<Record<PersonId, readonly Interval[]>>>>
  corrections: readonly Correction[]
}

/** Milliseconds per room and person. Two people at once both count (S1). */
export type Spoken = Record<RoomId, Record<PersonId, number>>

export interface Times {
  /** S2: what counts. */
  counted: Spoken
  /** What was heard, whatever the mode; without silences and corrections. */
  measured: Spoken
  /** What the counted time of a room rests on. */
  basis: Record<RoomId, Basis>
}

/** The stretches that count for this person in this room, up to `now`. */
export function countedOf(book: TimeBook, room: RoomId, person: PersonId, now: number): Interval[] {
  const marked = (key: string) => book.marks[key] ?? []
  const frame = mergeIntervals([...marked(KEY.free(room)), ...marked(KEY.reply(room, person))])
  const speech = within(heard(book, room, person), frame)
  const turns = within(marked(KEY.turn(room, person)), [{ startMs: 0, endMs: now }])
  return without([...speech, ...turns], cutsOf(book, room, person))
}

/** What the listener heard of this person in this room, less what does not count for anybody (F9, S7, S8). */
function heard(book: TimeBook, room: RoomId, person: PersonId): Interval[] {
  const marked = (key: string) => book.marks[key] ?? []
  return without(book.measured[room]?.[person] ?? [], [
    ...marked(KEY.silence(room)),
    ...marked(KEY.steering(room, person)),
    ...cutsOf(book, room, person),
  ])
}

const cutsOf = ({ corrections }: TimeBook, room: RoomId, person: PersonId): Interval[] =>
  corrections
    .filter((one) => one.room === room && one.person === person)
    .map(({ from, to }) => ({ startMs: from, endMs: to }))

/** Everybody's time up to `now`, or in a part of the session. */
export function timesOf(book: TimeBook, now: number, part?: Interval): Times {
  const times: Times = { counted: {}, measured: {}, basis: {} }
  const frame = [part ?? { startMs: 0, endMs: OPEN_MS }]
  for (const [room, people] of Object.entries(everybody(book))) {
    const counted: Record<PersonId, number> = {}
    const measured: Record<PersonId, number> = {}
    let turnMs = 0
    for (const person of people) {
      counted[person] = lengthOf(within(countedOf(book, room, person, now), frame))
      measured[person] = lengthOf(within(heard(book, room, person), frame))
      const turns = within(book.marks[KEY.turn(room, person)] ?? [], [{ startMs: 0, endMs: now }])
      turnMs += lengthOf(within(turns, frame))
    }
    const freeMs = lengthOf(
      within(within(book.marks[KEY.free(room)] ?? [], frame), [{ startMs: 0, endMs: now }]),
    )
    times.counted[room] = counted
    times.measured[room] = measured
    times.basis[room] = turnMs === 0 ? 'speech' : freeMs === 0 ? 'turns' : 'both'
  }
  return times
}

/** Per room whoever was heard there or had a turn. */
function everybody({ marks, measured }: TimeBook): Record<RoomId, Set<PersonId>> {
  const found: Record<RoomId, Set<PersonId>> = {}
  const add = (room: RoomId, person: PersonId) => (found[room] ??= new Set()).add(person)
  for (const [room, people] of Object.entries(measured))
    for (const person of Object.keys(people)) add(room, person)
  for (const key of Object.keys(marks)) {
    const [what, room, person] = key.split(' ')
    if (what === 'turn' && room !== undefined && person !== undefined) add(room, person)
  }
  return found
}
