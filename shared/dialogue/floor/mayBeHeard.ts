import { speaksApart } from '../aside.ts'
import { carries, leads, openRooms, placeOf } from '../places.ts'
import type { PersonId, RoomId, SessionState, Turn } from '../model.ts'

/**
 * F9: may this person be heard in this room, right now? The SFU's permissions and every receiver follow this answer.
 * Silence leaves only whoever leads and is guiding; in a controlled mode that is the holder, an invited reply and the guide.
 * Who speaks apart with a helper is not heard here.
 */
export function mayBeHeard(state: SessionState, room: RoomId, person: PersonId): boolean {
  const role = state.people[person]?.role
  const floor = state.floors[room]
  if (!floor || !isUsed(state, room) || placeOf(state, person) !== room) return false
  if (role !== 'participant' && role !== 'facilitator' && role !== 'organiser') return false
  if (speaksApart(state, person)) return false
  if (floor.steering === person && leads(state, person, room)) return true
  if (floor.silence) return false
  if (floor.mode === 'free') return true
  return floor.reply === person || speaksFor(state, room, person, 'speaking')
}

/**
 * F9: the way is made ready while a turn is offered: the SFU takes a muted microphone from whoever will be heard, and receivers
 * connect to it. Nothing of it is played before the turn has begun: then it is heard without the round trips that this takes.
 */
export function mayPrepare(state: SessionState, room: RoomId, person: PersonId): boolean {
  const floor = state.floors[room]
  if (!floor || floor.silence || !isUsed(state, room) || placeOf(state, person) !== room) return false
  if (speaksApart(state, person)) return false
  return speaksFor(state, room, person, 'offered')
}

/** The holder, unless they type, and whoever carries the holder's voice: at the same device, or for somebody on the telephone. */
function speaksFor(state: SessionState, room: RoomId, person: PersonId, when: Turn['state']): boolean {
  const turn = state.floors[room]?.turn
  if (turn?.state !== when || turn.typed) return false
  return carries(state, room, person, turn.person)
}

/** Everybody in the room who takes part is seen; observers and helpers watch without a picture. */
export function mayShowCamera(state: SessionState, room: RoomId, person: PersonId): boolean {
  const role = state.people[person]?.role
  if (!isUsed(state, room) || placeOf(state, person) !== room) return false
  return role !== undefined && role !== 'observer' && role !== 'helper'
}

/** The lobby is a waiting room: nobody is heard or seen there. */
const isUsed = (state: SessionState, room: RoomId): boolean =>
  state.phase.name !== 'lobby' && openRooms(state).includes(room)
