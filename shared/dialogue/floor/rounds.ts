import { stillAsked, type ConsentRound } from '../consent/round.ts'
import type { DialogueEvent } from '../events.ts'
import type { PersonId, RoomId, SessionState } from '../model.ts'
import { leads, peopleIn, placeOf } from '../places.ts'

/**
 * F6: who takes part in a round: everybody at the table in seat order; whoever leads is not asked. While consent is asked:
 * whoever has not been heard, in the order of that round (C4).
 */
export function inRound(state: SessionState, room: RoomId): PersonId[] {
  const consent = asking(state, room)
  if (consent) return stillAsked(consent)
  return peopleIn(state, room).filter((person) => takesPart(state, room, person))
}

/** Whose consent is asked in this room: also of who facilitates elsewhere and is one among others here. */
export const mayAnswer = (state: SessionState, room: RoomId, person: PersonId): boolean =>
  state.people[person]?.role === 'facilitator' ? isIn(state, room, person) : takesPart(state, room, person)

const takesPart = (state: SessionState, room: RoomId, person: PersonId): boolean =>
  state.people[person]?.role === 'participant' && isIn(state, room, person)

const isIn = (state: SessionState, room: RoomId, person: PersonId): boolean =>
  state.people[person]?.joined === true && placeOf(state, person) === room && !leads(state, person, room)

const asking = (state: SessionState, room: RoomId): ConsentRound | null => {
  const consent = state.floors[room]?.consent
  return consent?.step === 'ask' ? consent : null
}

/** F6: a late joiner is added at the end of a running round. */
export function lateForRound(state: SessionState, room: RoomId, person: PersonId): DialogueEvent[] {
  const consent = asking(state, room)
  const order = consent ? consent.order : state.floors[room]?.round?.order
  if (!order || order.includes(person)) return []
  const asked = consent ? mayAnswer : takesPart
  return asked(state, room, person) ? [{ type: 'RoundJoined', room, person }] : []
}
