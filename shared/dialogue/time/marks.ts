import type { PersonId, RoomId, SessionState } from '../model.ts'
import { openRooms, placeOf } from '../places.ts'
import type { Interval } from './intervals.ts'

/** What held when: which mode, whose turn's clock ran, when it was silent and who guided. All of it follows from the log. */

/** Per key the stretches in which it held; the last is open-ended while it still holds. */
export type Marks = Readonly<Record<string, readonly Interval[]>>
export const OPEN_MS = Number.MAX_SAFE_INTEGER

export const KEY = {
  free: (room: RoomId) => `free ${room}`,
  silence: (room: RoomId) => `silence ${room}`,
  steering: (room: RoomId, person: PersonId) => `steering ${room} ${person}`,
  reply: (room: RoomId, person: PersonId) => `reply ${room} ${person}`,
  turn: (room: RoomId, person: PersonId) => `turn ${room} ${person}`,
  /** Several people sit at the device of this person: what it hears is nobody's alone. */
  shared: (room: RoomId, person: PersonId) => `shared ${room} ${person}`,
}

export interface Marked {
  room: RoomId
  person: PersonId
  stretches: readonly Interval[]
}

/** Every clock of a turn that ran, by room and person. */
export const turnsIn = (marks: Marks): Marked[] => marked(marks, 'turn')

/** The marks of one kind; those of a whole room have no person. */
export const marked = (marks: Marks, kind: keyof typeof KEY): Marked[] =>
  Object.entries(marks).flatMap(([key, stretches]) => {
    const [what, room = '', person = ''] = key.split(' ')
    return what === kind ? [{ room, person, stretches }] : []
  })

/** What holds in this state. */
function holding(state: SessionState): string[] {
  if (state.phase.name === 'lobby') return []
  const sharing = [...new Set(Object.values(state.beside))]
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
      ...sharing.filter((host) => placeOf(state, host) === room).map((host) => KEY.shared(room, host)),
    ].filter((key) => key !== null)
  })
}

/** Follows what holds from state to state. Lists only grow at their end, so an event costs the same in a long log. */
export function createMarks() {
  const marks: Record<string, Interval[]> = {}
  let held: ReadonlySet<string> = new Set()
  return {
    marks: marks as Marks,
    /** An event at `at` led to this state. */
    note(state: SessionState, at: number): void {
      const now = new Set(holding(state))
      for (const key of held) {
        const last = now.has(key) ? null : marks[key]?.at(-1)
        if (last) last.endMs = at
      }
      for (const key of now) {
        if (!held.has(key)) (marks[key] ??= []).push({ startMs: at, endMs: OPEN_MS })
      }
      held = now
    },
  }
}
