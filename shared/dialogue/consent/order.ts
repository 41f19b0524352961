import { mayAnswer } from '../floor/rounds.ts'
import type { Context } from '../decision.ts'
import type { PersonId, RoomId, SessionState } from '../model.ts'
import { peopleIn } from '../places.ts'

/** C1: in an order that chance gives, officials last: so nobody answers after those who govern. */
export function drawOrder(
  state: SessionState,
  room: RoomId,
  { shuffle }: Pick<Context, 'shuffle'>,
): PersonId[] {
  const asked = peopleIn(state, room).filter((person) => mayAnswer(state, room, person))
  const official = (person: PersonId) => OFFICIALS.includes(state.people[person]?.group ?? null)
  return [...shuffle(asked.filter((person) => !official(person))), ...shuffle(asked.filter(official))]
}

/** The council's members are not: they are asked among the residents. */
const OFFICIALS: readonly (string | null)[] = ['college', 'ambtenaar']
