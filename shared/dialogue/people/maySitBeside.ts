import type { PersonId, SessionState } from '../model.ts'

/** Somebody who takes part, is in on no device of their own and not on the telephone, and has nobody beside themselves. */
export function maySitBeside(
  state: SessionState,
  host: PersonId,
  guest: PersonId,
  present: ReadonlySet<PersonId>,
): boolean {
  const found = state.people[guest]
  const free = guest !== host && !present.has(guest) && state.beside[guest] === undefined
  const alone = !Object.values(state.beside).includes(guest)
  return found?.role === 'participant' && !found.phone && !state.erased.includes(guest) && free && alone
}
