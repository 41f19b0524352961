import { crc32 } from 'node:zlib'
import type { Kysely } from 'kysely'
import type { TableId } from '../../shared/dialogue/model.ts'
import type { DocumentStore, StoredDocument } from './store.ts'
import type { Tables } from './tables.ts'

/** A stored row does not match its checksum, or the log has a hole: nobody may write on top of it. */
export class CorruptDocument extends Error {
  override name = 'CorruptDocument'
}

/** The document was rebuilt under a higher epoch since the writer loaded it. */
export class OldEpoch extends Error {
  override name = 'OldEpoch'
}

type Db = Kysely<Tables>

const SNAPSHOTS_KEPT = 2

/** The number is part of the sum, so that a row that moved is found out as well. Stored as decimal text: it is unsigned. */
const sum = (bytes: Uint8Array, epoch: number, seq: number): string =>
  crc32(Buffer.from(`${epoch}/${seq}`), crc32(bytes)).toString()

const copy = (bytes: Buffer): Uint8Array => new Uint8Array(bytes)

/** The newest snapshot whose checksum holds; an older one when the newest is damaged. */
async function soundSnapshot(db: Db, table: TableId, epoch: number) {
  const rows = await db
    .selectFrom('yjs_snapshots')
    .select(['seq', 'state', 'crc'])
    .where('table_id', '=', table)
    .where('epoch', '=', epoch)
    .orderBy('seq', 'desc')
    .execute()
  return rows.find((row) => sum(row.state, epoch, row.seq) === row.crc) ?? null
}

async function soundTail(db: Db, table: TableId, epoch: number, after: number, last: number) {
  const rows = await db
    .selectFrom('yjs_updates')
    .select(['seq', 'update', 'crc'])
    .where('table_id', '=', table)
    .where('epoch', '=', epoch)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()
  rows.forEach((row, index) => {
    if (row.seq !== after + 1 + index) throw new CorruptDocument(`update ${after + 1 + index} is missing`)
    if (sum(row.update, epoch, row.seq) !== row.crc) throw new CorruptDocument(`update ${row.seq} is damaged`)
  })
  if (after + rows.length < last) throw new CorruptDocument(`the log ends before ${last}`)
  return rows.map((row) => ({ seq: row.seq, update: copy(row.update) }))
}

async function load(db: Db, table: TableId, dialogue: string): Promise<StoredDocument> {
  await db
    .insertInto('documents')
    .values({ table_id: table, dialogue_id: dialogue, epoch: 1, seq: 0 })
    .onConflict((on) => on.column('table_id').doNothing())
    .execute()
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { epoch, seq: last } = await tx
        .selectFrom('documents')
        .select(['epoch', 'seq'])
        .where('table_id', '=', table)
        .where('dialogue_id', '=', dialogue)
        .executeTakeFirstOrThrow()
      const snapshot = await soundSnapshot(tx, table, epoch)
      const seq = snapshot?.seq ?? 0
      const updates = await soundTail(tx, table, epoch, seq, last)
      return { epoch, seq, state: snapshot && copy(snapshot.state), updates }
    })
}

/** The document's row is locked for the length of the transaction, so two nodes can never hand out one number. */
async function append(
  db: Db,
  table: TableId,
  epoch: number,
  updates: { update: Uint8Array; actor: string }[],
): Promise<number[]> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('documents')
      .set((eb) => ({ seq: eb('seq', '+', updates.length) }))
      .where('table_id', '=', table)
      .where('epoch', '=', epoch)
      .returning('seq')
      .executeTakeFirst()
    if (!row) throw new OldEpoch(`epoch ${epoch} is over`)
    const first = row.seq - updates.length + 1
    const values = updates.map(({ update, actor }, index) => ({
      table_id: table,
      epoch,
      seq: first + index,
      update: Buffer.from(update),
      actor,
      crc: sum(update, epoch, first + index),
    }))
    await tx.insertInto('yjs_updates').values(values).execute()
    return values.map((value) => value.seq)
  })
}

async function writeSnapshot(db: Db, table: TableId, epoch: number, seq: number, state: Uint8Array) {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('yjs_snapshots')
      .values({ table_id: table, epoch, seq, state: Buffer.from(state), crc: sum(state, epoch, seq) })
      .onConflict((on) => on.columns(['table_id', 'epoch', 'seq']).doNothing())
      .execute()
    const kept = await tx
      .selectFrom('yjs_snapshots')
      .select('seq')
      .where('table_id', '=', table)
      .where('epoch', '=', epoch)
      .orderBy('seq', 'desc')
      .limit(SNAPSHOTS_KEPT)
      .execute()
    const oldest = kept.at(-1)?.seq
    if (oldest === undefined || kept.length < SNAPSHOTS_KEPT) return
    await tx
      .deleteFrom('yjs_snapshots')
      .where('table_id', '=', table)
      .where('epoch', '=', epoch)
      .where('seq', '<', oldest)
      .execute()
    await tx
      .deleteFrom('yjs_updates')
      .where('table_id', '=', table)
      .where('epoch', '=', epoch)
      .where('seq', '<=', oldest)
      .execute()
  })
}

/** Table documents as an append-only log with snapshots, over the tables of `DocumentTables`. */
export function createDocumentStore(db: Db): DocumentStore {
  return {
    load: (table, dialogue) => load(db, table, dialogue),
    epoch: async (table) => {
      const row = await db
        .selectFrom('documents')
        .select('epoch')
        .where('table_id', '=', table)
        .executeTakeFirst()
      return row?.epoch ?? null
    },
    append: (table, epoch, updates) => append(db, table, epoch, updates),
    snapshot: (table, epoch, seq, state) => writeSnapshot(db, table, epoch, seq, state),
  }
}
