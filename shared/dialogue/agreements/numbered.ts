import type { Words } from '../../agreement/canonical.ts'
import { isBlank } from '../../agreement/richText.ts'
import type { SessionState, Table, TableId } from '../model.ts'
import type { Agreement } from './agreement.ts'
import { agreementsAt } from './agreements.ts'

export interface NumberedAgreement {
  agreement: Agreement
  /** As they were presented, or as they are being written; null where the text is not here to be read. */
  words: Words | null
}
export interface NumberedTable {
  table: Table
  agreements: NumberedAgreement[]
}

type Known = Pick<SessionState, 'tables' | 'tableOrder' | 'agreements'>
/** What stands in a table's document, by agreement; null when it is not here. */
type Text = Readonly<Record<string, Words>> | null

const NOTHING: Words = { title: '', text: [], why: [] }

/** These agreements with their words; one in which nobody has written yet is left out. */
export const withWords = (agreements: readonly Agreement[], text: Text): NumberedAgreement[] =>
  agreements
    .map((agreement) => ({
      agreement,
      words: agreement.presented?.words ?? text?.[agreement.id] ?? (text ? NOTHING : null),
    }))
    .filter(({ words }) => words === null || !isBlank(words))

/** Every agreement under its number and with its words, table by table, for every screen and every export. */
export const numbered = (state: Known, textOf: (table: TableId) => Text): NumberedTable[] =>
  state.tableOrder
    .flatMap((id) => state.tables[id] ?? [])
    .map((table) => ({
      table,
      agreements: withWords(agreementsAt(state, table.id), textOf(table.id)),
    }))
