import type { TableText } from '../../shared/agreement/document.ts'
import type { TableId } from '../../shared/dialogue/model.ts'
import { useOpenText, useRight, useTextView } from '../agreement/useText.ts'

/** The agreements of a table as they stand now, kept open as long as the screen shows them. */
export function useTableText(table: TableId): TableText {
  useOpenText(table, useRight(table))
  return useTextView(table).text
}
