import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { isHere } from '../../../shared/dialogue/places.ts'
import type { Presence } from '../../../shared/protocol.ts'

/**
 * Whether somebody is there, in the one word that every screen has for it. `never`: has not come in yet. `away`: was in and has no line
 * now, or has left.
 */
export type Standing = 'here' | 'away' | 'never'

export function standingOf(state: SessionState, present: ReadonlySet<PersonId>, id: PersonId): Standing {
  const person = state.people[id]
  if (person?.left) return 'away'
  if (isHere(state, id, present)) return 'here'
  return person?.joined ? 'away' : 'never'
}

/** Who has a line now, for whoever may know that of everybody. */
export const connected = (presence: Readonly<Record<PersonId, Presence>>): ReadonlySet<PersonId> =>
  new Set(Object.values(presence).flatMap(({ person, state }) => (state === 'here' ? [person] : [])))
