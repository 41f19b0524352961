import { withWords, type NumberedAgreement } from '../../../shared/dialogue/agreements/numbered.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { useAgreements, useOpenText, useRight, useTextView } from '../../hooks/useText.ts'

/** The agreements of a table with their words as they stand now, kept open as long as the screen shows them. */
export function useTableText(table: TableId): NumberedAgreement[] {
  useOpenText(table, useRight(table))
  return withWords(useAgreements(table), useTextView(table).text)
}
