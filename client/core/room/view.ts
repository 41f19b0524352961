import { freshFloor } from '../../../shared/dialogue/floor/roomFloor.ts'
import type { Floor, PersonId, RoomId, SessionState } from '../../../shared/dialogue/model.ts'

/** Everything the screens of a room need, at one moment. Plain data, so that what is shown can be tested without a screen. */
export interface RoomView {
  state: SessionState
  me: PersonId
  /** The room being shown: where the viewer sits, or the table a desk is open on. */
  room: RoomId
  /** Server milliseconds. */
  now: number
  /** Who is there, as far as this person may know. */
  present: ReadonlySet<PersonId>
  /** Who talks in this room right now, measured. */
  speaking: readonly PersonId[]
  connection: 'connecting' | 'live' | 'lost' | 'closed'
  /** A `CLOSE` code when closed. */
  closed: number | null
  backSince: number | null
  /** Sound and picture of this device: works, on its way, not there. `at` is the room they come from. */
  media: { state: 'on' | 'connecting' | 'off'; at: RoomId | null }
  /** This device's own microphone is really on. */
  microphoneOn: boolean
  /** False while speaking time in this room is not being measured (S8). */
  measured: boolean
}

/** How long "you are back" stays, in milliseconds. */
export const BACK_MS = 6_000

const quiet: Floor = freshFloor('firstCome')

/** The floor of the room shown; an empty one while the viewer may not follow it. */
export const floorOf = (view: RoomView): Floor => view.state.floors[view.room] ?? quiet

export const nameOf = (view: RoomView, person: PersonId): string => view.state.people[person]?.name ?? '…'

/** Whole seconds until a deadline, never below nought. */
export const secondsUntil = (deadline: number, now: number): number =>
  Math.max(0, Math.ceil((deadline - now) / 1000))

/** Whole minutes until a deadline, rounded up: "1 more minute" holds until the end. */
export const minutesUntil = (deadline: number, now: number): number =>
  Math.max(0, Math.ceil((deadline - now) / 60_000))

/** The target in whole minutes, at least one: "ongeveer 2 minuten". */
export const targetMinutes = (targetMs: number): number => Math.max(1, Math.round(targetMs / 60_000))

/** 1:12, for a clock that is read, not heard. */
export function clockWords(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
