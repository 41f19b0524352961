import type { Kysely, Transaction } from 'kysely'
import * as Y from 'yjs'
import { isBlank } from '../../shared/agreement/richText.ts'
import { replay } from '../../shared/dialogue/apply.ts'
import { isId } from '../../shared/dialogue/text.ts'
import { newId } from '../kit/newId.ts'
import { CorruptDocument, soundDocument } from './documents.ts'
import { appendIn, createEventLog } from './events.ts'
import { agreementsWithin } from './oldDocument.ts'
import type { Tables } from './tables.ts'
import { writeAnew, type WrittenAgreement } from './writeAnew.ts'

type Tx = Transaction<Tables>
type OldRow = Pick<Tables['documents'], 'table_id' | 'epoch' | 'seq'>

/** Who wrote under which client id, as far as that is still known. */
async function writersOf(tx: Tx, table: string, epoch: number): Promise<Map<number, string>> {
  const rows = await tx
    .selectFrom('yjs_updates')
    .select(['update', 'actor'])
    .where('table_id', '=', table)
    .where('epoch', '=', epoch)
    .orderBy('seq')
    .execute()
  return new Map(
    rows.flatMap(({ update, actor }) =>
      Y.decodeUpdate(update).structs.map(({ id }): [number, string] => [id.client, actor]),
    ),
  )
}

/**
 * Null: it is damaged. It stays under its old epoch as it is, where it is told apart as before and can be repaired; the
 * other texts of the house are not to wait for it.
 */
async function readOld(tx: Tx, { table_id, epoch, seq }: OldRow): Promise<WrittenAgreement[] | null> {
  try {
    const { state, updates } = await soundDocument(tx, table_id, epoch, seq)
    const doc = new Y.Doc()
    if (state) Y.applyUpdate(doc, state)
    for (const { update } of updates) Y.applyUpdate(doc, update)
    return agreementsWithin(doc, await writersOf(tx, table_id, epoch))
  } catch (error) {
    if (error instanceof CorruptDocument) return null
    throw error
  }
}

async function carryDialogue(tx: Tx, session: string, dialogue: string): Promise<void> {
  const state = replay(await createEventLog(tx).read(session))
  const documents = await tx
    .selectFrom('documents')
    .select(['table_id', 'epoch', 'seq'])
    .where('dialogue_id', '=', dialogue)
    .execute()
  const added: { table: string; agreement: string; number: number }[] = []
  const taken = new Set<string>()
  for (const table of state.tableOrder) {
    const row = documents.find(({ table_id }) => table_id === table)
    const old = row && (await readOld(tx, row))
    if (!old) continue
    const written = old.filter((one) => !isBlank(one))
    const carried = written.map((one) => {
      const id = isId(one.id) && !taken.has(one.id) ? one.id : newId('agr')
      taken.add(id)
      added.push({ table, agreement: id, number: added.length + 1 })
      return { ...one, id }
    })
    await writeAnew(tx, table, row.epoch, carried)
  }
  if (added.length === 0) return
  const events = added.map((about) => ({ type: 'AgreementAdded' as const, ...about }))
  const answer = { ok: true } as const
  const at = Date.now()
  await appendIn(tx, { session, after: state.seq, at, actor: 'system', commandId: null, answer, events })
}

/**
 * Up to 0.1.0 a document held which agreements there are, and in which order. Each gets its line in the log, under the
 * number it had, and its words go into a document of today's form.
 */
export async function carryAgreementsOver(db: Kysely<unknown>): Promise<void> {
  // every step runs within one transaction
  const tx = db as unknown as Tx
  const dialogues = await tx.selectFrom('dialogues').select(['id', 'session_id']).execute()
  for (const { id, session_id } of dialogues) await carryDialogue(tx, session_id, id)
}
