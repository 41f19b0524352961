import type { PersonId, SessionState } from '../model.ts'
import { tablesWith } from '../places.ts'
import type { Agreement } from './agreement.ts'

/** Who objected, stood aside or was not heard: a list of names at their own table, and outside it a number. */

/** Stands for somebody who has no name for this viewer. */
export const UNNAMED: PersonId = ''

/** People of one's own table, and for the organiser everybody. */
function knows(state: SessionState, viewer: PersonId, person: PersonId): boolean {
  if (viewer === person || state.people[viewer]?.role === 'organiser') return true
  const own = tablesWith(state, viewer)
  return tablesWith(state, person).some((table) => own.includes(table))
}

/** As many people, named as far as this viewer knows them. */
export const named = (state: SessionState, viewer: PersonId, people: readonly PersonId[]): PersonId[] =>
  people.map((person) => (knows(state, viewer, person) ? person : UNNAMED))

/** The agreement with its people named so. */
export function withNames(state: SessionState, viewer: PersonId, agreement: Agreement): Agreement {
  const { consent } = agreement
  if (!consent) return agreement
  const { objects, aside, absent } = consent
  if (objects.length + aside.length + absent.length === 0) return agreement
  const names = (people: readonly PersonId[]) => named(state, viewer, people)
  return { ...agreement, consent: { objects: names(objects), aside: names(aside), absent: names(absent) } }
}

/** Somebody in a result has become known to this viewer by name, or is so no more: they sit elsewhere. */
export function namesChanged(before: SessionState, after: SessionState, viewer: PersonId): boolean {
  if (before.seating === after.seating && before.tables === after.tables) return false
  const listed = Object.values(before.agreements).flatMap(({ consent }) =>
    consent ? [...consent.objects, ...consent.aside, ...consent.absent] : [],
  )
  return listed.some((person) => knows(before, viewer, person) !== knows(after, viewer, person))
}
