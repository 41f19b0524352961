import type { Transaction } from 'kysely'
import * as Y from 'yjs'
import { writeAgreement, type AgreementText } from '../../shared/agreement/document.ts'
import { sum } from './documents.ts'
import type { Tables } from './tables.ts'

/** An agreement's words, and the people whose words stand in it. */
export interface WrittenAgreement extends AgreementText {
  writers: readonly string[]
}

/** The same words in a document of today's form, under the next epoch: a page that holds the old one brings nothing back. */
export async function writeAnew(
  tx: Transaction<Tables>,
  table: string,
  epoch: number,
  agreements: readonly WrittenAgreement[],
): Promise<void> {
  const whole = new Y.Doc()
  const authors: { client: number; person_id: string }[] = []
  for (const agreement of agreements) {
    const doc = new Y.Doc()
    writeAgreement(doc, agreement)
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc))
    authors.push(...agreement.writers.map((person_id) => ({ client: doc.clientID, person_id })))
  }
  const state = Buffer.from(Y.encodeStateAsUpdate(whole))
  const anew = { table_id: table, epoch: epoch + 1 }
  await tx.updateTable('documents').set({ epoch: anew.epoch, seq: 1 }).where('table_id', '=', table).execute()
  await tx
    .insertInto('yjs_snapshots')
    .values({ ...anew, seq: 1, state, crc: sum(state) })
    .execute()
  if (authors.length > 0)
    await tx
      .insertInto('yjs_authors')
      .values(authors.map((author) => ({ ...anew, ...author })))
      .execute()
}
