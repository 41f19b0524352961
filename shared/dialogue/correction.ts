import { accept, refuse, type Rules } from './decision.ts'
import { leads } from './places.ts'
import { seatings } from './seating.ts'
import type { PersonId, RoomId, SessionState } from './model.ts'

/** Everybody is in the plenary at some time; at a table only who sits there, sat there earlier, or leads it. */
const belongs = (state: SessionState, person: PersonId, room: RoomId): boolean =>
  room === 'plenary' ||
  leads(state, person, room) ||
  seatings(state).some(({ seats }) => seats[person] === room)

/** S8: whoever leads takes time off somebody who did not speak then, and says why. It only ever takes off: nothing is guessed. */
export const correctionRules: Rules<'correctTime'> = {
  correctTime: (state, { room, person, from, to, reason }, { actor, now }) => {
    if (!state.people[person]) return refuse('no_such_person')
    if (!belongs(state, person, room)) return refuse('not_your_room')
    const until = Math.min(to, now)
    if (from >= until) return refuse('malformed')
    return accept({ type: 'TimeCorrected', room, person, from, to: until, reason, by: actor })
  },
}
