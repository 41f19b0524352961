import type { AgreementId, PersonId, SessionState, TableId } from '../model.ts'
import { documentRight } from '../places.ts'
import { isFromMerging, openAt } from './agreements.ts'

/** What somebody may do at a table's document. */
export interface TextRights {
  /** Sits where this text is written, also when no agreement is open to writing now. */
  writes: boolean
  /** The agreements that have words in it: others have no place there. */
  known: ReadonlySet<AgreementId>
  /** Those in which this person may write now. */
  writable: ReadonlySet<AgreementId>
}

/** Null: the text is not for this person now. */
export function textRights(state: SessionState, person: PersonId, table: TableId): TextRights | null {
  const right = documentRight(state, person, table)
  if (right === 'none') return null
  const known = Object.values(state.agreements).filter(
    (agreement) => agreement.table === table && !isFromMerging(agreement),
  )
  return {
    writes: right === 'write',
    known: new Set(known.map(({ id }) => id)),
    writable: new Set(right === 'write' ? openAt(state, table) : []),
  }
}
