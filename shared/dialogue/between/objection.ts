import type { AgreementId, PersonId, TableId } from '../ids.ts'

/** Between two sessions: until when one may object, and who did. */
export interface Objections {
  /** Server milliseconds; null: nobody may object now. */
  until: number | null
  /** The latest of each person on each agreement; for a viewer, those they may read. */
  given: Objection[]
}

export interface Objection {
  id: string
  agreement: AgreementId
  /** The version of the words it is about. */
  version: number
  /** Where these words were made: who sits there and who leads there reads it. */
  tables: TableId[]
  /** Without a name for who does not know them: they had their seat elsewhere. */
  person: PersonId
  /** They had a seat at one of these tables. */
  seated: boolean
  /** It stood in the set, which is everybody's. */
  inSet: boolean
  reason: string
  at: number
}

export const NO_OBJECTIONS: Objections = { until: null, given: [] }
