import { maySetPhone } from '../../../shared/dialogue/people/phone.ts'
import type { Person, PersonId, SessionState } from '../../../shared/dialogue/model.ts'

/** The participants this person may say "belt in" of, by name: whether they asked for help, or are in at all, does not matter. */
export function phonesOf(state: SessionState, me: PersonId): Person[] {
  return state.order
    .flatMap((id) => state.people[id] ?? [])
    .filter(({ id }) => maySetPhone(state, me, id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}
