import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'

/** The organiser asked who wants to be named, and this person has not said yes or no. */
export const isNameAsked = (
  { people, namesAsked, namesSaid, council }: SessionState,
  me: PersonId,
): boolean =>
  people[me]?.role === 'participant' &&
  namesAsked !== null &&
  council.offeredAt === null &&
  !namesSaid.includes(me)
