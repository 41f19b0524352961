import type { TableText } from '../../shared/agreement/document.ts'
import type { SessionState, TableId } from '../../shared/dialogue/model.ts'
import type { Documents } from '../documents/documents.ts'

/** What stands in every table's document, as it is stored now. */
export async function readTexts(
  documents: Documents,
  { tableOrder, dialogue }: SessionState,
): Promise<ReadonlyMap<TableId, TableText>> {
  const read = async (table: TableId) => [table, await documents.text(table, dialogue.id)] as const
  return new Map(await Promise.all(tableOrder.map(read)))
}
