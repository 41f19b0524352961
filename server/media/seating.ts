import { asideOf, asideRoom, callsApart } from '../../shared/dialogue/aside.ts'
import { mayBeHeard } from '../../shared/dialogue/floor/mayBeHeard.ts'
import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import { openRooms, placeOf, roomsAhead, roomVersion } from '../../shared/dialogue/places.ts'
import { sendingApart, sendingOf, type Sending } from './grants.ts'
import type { Place, WantedPlace } from './rooms.ts'

/** By which rule people of a session are in its SFU rooms. Somebody may have one place by each. */
export interface Seating {
  /** Is this room one of these? */
  owns(room: RoomId): boolean
  /** What is in use, or will be in a moment. */
  places(state: SessionState): WantedPlace[]
  placeOf(state: SessionState, person: PersonId): Place | null
  sending(state: SessionState, room: RoomId, person: PersonId): Sending
  /** May sound of this person be heard there now? */
  heard(state: SessionState, room: RoomId, person: PersonId): boolean
}

const isApart = (room: RoomId): boolean => room.startsWith(asideRoom(''))

const at = (state: SessionState, room: RoomId): Place => ({ room, version: roomVersion(state, room) })

/** The plenary and the tables: the rooms that are measured. */
export const seated: Seating = {
  owns: (room) => !isApart(room),
  places: (state) => [
    ...openRooms(state).map((room) => ({ ...at(state, room), ahead: false })),
    ...roomsAhead(state).map((room) => ({ ...at(state, room), ahead: true })),
  ],
  placeOf(state, person) {
    const room = placeOf(state, person)
    return room === null ? null : at(state, room)
  },
  sending: sendingOf,
  heard: mayBeHeard,
}

/** Where a helper and who asked for help talk apart: two people, and no listener. */
export const apart: Seating = {
  owns: isApart,
  places: (state) =>
    callsApart(state).map(({ person, aside }) => ({
      room: asideRoom(person),
      version: aside.version,
      ahead: false,
    })),
  placeOf(state, person) {
    const call = asideOf(state, person)
    return call && { room: asideRoom(call.person), version: call.aside.version }
  },
  sending: (state, _room, person) => sendingApart(state, person),
  heard: (state, _room, person) => sendingApart(state, person).microphone,
}
