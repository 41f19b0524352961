import type { Words } from '../../agreement/canonical.ts'
import type { TableYes } from '../agreements/agreement.ts'
import type { AgreementId, MergeId, TableId } from '../ids.ts'

/** What is being merged at the harvest (H2). */
export interface Harvest {
  /** Those that wait for a table's answer, oldest first. */
  merges: Merge[]
  /** How the latest one ended, for whoever is told. */
  last: EndedMerge | null
}

/** Some agreements that may become one; none of them changes before every table has said yes. */
export interface Merge {
  id: MergeId
  from: AgreementId[]
  /** The tables where they were made: each says yes or no. */
  tables: TableId[]
  words: Words
  hash: string
  /** What is lost by it, in words. */
  lost: string
  yes: TableYes[]
}

/** `refused`: a table said no; `dropped`: taken back before all had answered; `apart`: merged, and apart again. */
export type MergeEnding = 'merged' | 'refused' | 'dropped' | 'apart'

export interface EndedMerge {
  /** Null: it was merged longer ago. */
  merge: MergeId | null
  from: AgreementId[]
  how: MergeEnding
  /** The table that said no. */
  table: TableId | null
  /** What they were merged into. */
  agreement: AgreementId | null
}

/** The tables that have not answered yet. */
export const stillSilent = ({ tables, yes }: Merge): TableId[] =>
  tables.filter((table) => !yes.some((given) => given.table === table))
