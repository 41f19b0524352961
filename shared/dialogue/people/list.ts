import type { Group, PersonId, Role, SessionState } from '../model.ts'

/** Somebody as the organiser's list has them. */
export interface PersonChange {
  person: PersonId
  name: string
  role: Role
  group: Group | null
}

/** Neither taken out by the organiser nor erased. */
export const mayComeIn = (
  { erased, takenOut }: Pick<SessionState, 'erased' | 'takenOut'>,
  person: PersonId,
): boolean => !erased.includes(person) && !takenOut.includes(person)
