import type { TableText } from '../../shared/agreement/document.ts'
import type { SessionState, TableId } from '../../shared/dialogue/model.ts'
import type { Documents } from '../documents/documents.ts'
import { CorruptDocument } from '../store/documents.ts'

export interface TextsInput {
  documents: Pick<Documents, 'text'>
  log: { warn(fields: object, text: string): void }
}

/** What stands in every table's document, as it is stored now. One that is damaged is left out, and holds up no other. */
export async function readTexts(
  { documents, log }: TextsInput,
  { tableOrder, dialogue }: SessionState,
): Promise<ReadonlyMap<TableId, TableText>> {
  const read = async (table: TableId) => {
    try {
      return [[table, await documents.text(table, dialogue.id)]] as const
    } catch (error) {
      if (!(error instanceof CorruptDocument)) throw error
      log.warn({ table }, 'the text of a table could not be read')
      return []
    }
  }
  return new Map((await Promise.all(tableOrder.map(read))).flat())
}
