import type { Aside, HelpCall, PersonId, RoomId, SessionState } from './model.ts'

export type CallApart = HelpCall & { aside: Aside; takenBy: PersonId }

export const asideRoom = (asker: PersonId): RoomId => `aside:${asker}`

const isApart = (call: HelpCall): call is CallApart => call.aside !== null && call.takenBy !== null

/** Every talk apart there is. */
export const callsApart = (state: SessionState): CallApart[] =>
  state.phase.name === 'ended' ? [] : state.help.filter(isApart)

/** The talk apart this person is in, who asked as well as the helper; null when there is none, and after leaving. */
export function asideOf(state: SessionState, person: PersonId): CallApart | null {
  if (state.people[person]?.left !== false) return null
  return callsApart(state).find((call) => call.person === person || call.takenBy === person) ?? null
}

/** This person speaks apart now: what they say is for the helper, and for nobody at the table. */
export const speaksApart = (state: SessionState, person: PersonId): boolean =>
  callsApart(state).some((call) => call.person === person && call.aside.speaks)
