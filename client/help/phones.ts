import { allowed } from '../../shared/dialogue/permissions.ts'
import { PHASES } from '../../shared/dialogue/phases.ts'
import type { Person, PersonId, SessionState } from '../../shared/dialogue/model.ts'

/** The participants this person may say "belt in" of, by name: whether they asked for help, or are in at all, does not matter. */
export function phonesOf(state: SessionState, me: PersonId): Person[] {
  if (!PHASES.setPhone.includes(state.phase.name)) return []
  const may = ({ id, phone, role }: Person) =>
    role === 'participant' &&
    allowed(state, me, { type: 'setPhone', payload: { person: id, phone: !phone } }) === null
  return state.order
    .flatMap((id) => state.people[id] ?? [])
    .filter(may)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}
