import { crc32 } from 'node:zlib'
import { sql, type Kysely } from 'kysely'
import type { TableId } from '../../shared/dialogue/model.ts'
import type { DocumentStore, DocumentUpdate, StoredDocument } from './store.ts'
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

/** Stored as decimal text: it is unsigned. */
export const sum = (bytes: Uint8Array): string => crc32(bytes).toString()

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
  return rows.find((row) => sum(row.state) === row.crc) ?? null
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
    if (sum(row.update) !== row.crc) throw new CorruptDocument(`update ${row.seq} is damaged`)
  })
  if (after + rows.length < last) throw new CorruptDocument(`the log ends before ${last}`)
  return rows.map((row) => ({ seq: row.seq, update: copy(row.update) }))
}

/** The newest snapshot that can be trusted and all that came after it. Throws `CorruptDocument` when they are not all there. */
export async function soundDocument(db: Db, table: TableId, epoch: number, last: number) {
  const snapshot = await soundSnapshot(db, table, epoch)
  const seq = snapshot?.seq ?? 0
  const updates = await soundTail(db, table, epoch, seq, last)
  return { seq, state: snapshot && copy(snapshot.state), updates }
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
      const sound = await soundDocument(tx, table, epoch, last)
      const authors = await tx
        .selectFrom('yjs_authors')
        .select(['client', 'person_id'])
        .where('table_id', '=', table)
        .where('epoch', '=', epoch)
        .execute()
      return {
        epoch,
        ...sound,
        authors: authors.map(({ client, person_id }): [number, string] => [client, person_id]),
      }
    })
}

/**
 * One statement, so that a keystroke waits for one round trip and one commit. It locks the document's row, so two
 * nodes can never hand out one number.
 */
async function append(db: Db, table: TableId, epoch: number, updates: DocumentUpdate[]): Promise<number[]> {
  const count = updates.length
  const bytes = updates.map(({ update }) => Buffer.from(update))
  const actors = updates.map(({ actor }) => actor)
  const sums = updates.map(({ update }) => sum(update))
  const clients = updates.flatMap(({ claimed }) => claimed)
  const writers = updates.flatMap(({ actor, claimed }) => claimed.map(() => actor))
  const { rows } = await sql<{ seq: number }>`
    with document as (
      update documents set seq = seq + ${count} where table_id = ${table} and epoch = ${epoch} returning seq
    ), named as (
      insert into yjs_authors (table_id, epoch, client, person_id)
      select ${table}, ${epoch}::int, item.client, item.person
      from document, unnest(${clients}::bigint[], ${writers}::text[]) as item (client, person)
      on conflict do nothing
    )
    insert into yjs_updates (table_id, epoch, seq, update, actor, crc)
    select ${table}, ${epoch}::int, (document.seq - ${count}::int + item.place)::int, item.update, item.actor, item.crc
    from document,
      unnest(${bytes}::bytea[], ${actors}::text[], ${sums}::text[])
        with ordinality as item (update, actor, crc, place)
    returning seq`.execute(db)
  if (rows.length !== count) throw new OldEpoch(`epoch ${epoch} is over`)
  return rows.map((row) => row.seq).toSorted((a, b) => a - b)
}

async function writeSnapshot(db: Db, table: TableId, epoch: number, seq: number, state: Uint8Array) {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('yjs_snapshots')
      .values({ table_id: table, epoch, seq, state: Buffer.from(state), crc: sum(state) })
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
