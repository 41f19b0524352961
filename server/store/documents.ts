import { crc32 } from 'node:zlib'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import * as Y from 'yjs'
import type { TableId } from '../../shared/dialogue/model.ts'
import type { DocumentStore, DocumentUpdate, DocumentVersion, StoredDocument } from './documentStore.ts'
import { heldNow, withHold, withoutHold } from './heldWords.ts'
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

async function tail(db: Db, table: TableId, epoch: number, behind: number) {
  return db
    .selectFrom('yjs_updates')
    .select(['seq', 'update', 'crc'])
    .where('table_id', '=', table)
    .where('epoch', '=', epoch)
    .where('seq', '>', behind)
    .orderBy('seq')
    .execute()
}

function sound(rows: Awaited<ReturnType<typeof tail>>, from: number, last: number) {
  rows.forEach((row, index) => {
    if (row.seq !== from + 1 + index) throw new CorruptDocument(`update ${from + 1 + index} is missing`)
    if (sum(row.update) !== row.crc) throw new CorruptDocument(`update ${row.seq} is damaged`)
  })
  if (from + rows.length < last) throw new CorruptDocument(`the log ends before ${last}`)
  return rows.map((row) => ({ seq: row.seq, update: copy(row.update) }))
}

/** The newest snapshot that can be trusted and all that came after it. Throws `CorruptDocument` when they are not all there. */
export async function soundDocument(db: Db, table: TableId, epoch: number, last: number) {
  const snapshot = await soundSnapshot(db, table, epoch)
  const from = snapshot?.seq ?? 0
  const updates = sound(await tail(db, table, epoch, from), from, last)
  return { from, state: snapshot && copy(snapshot.state), updates }
}

/** `clients`: of these only, for whoever knows the others. */
async function authorsOf(
  db: Db,
  table: TableId,
  epoch: number,
  clients?: number[],
): Promise<StoredDocument['authors']> {
  if (clients?.length === 0) return []
  const all = db
    .selectFrom('yjs_authors')
    .select(['client', 'person_id'])
    .where('table_id', '=', table)
    .where('epoch', '=', epoch)
  const rows = await (clients ? all.where('client', 'in', clients) : all).execute()
  return rows.map(({ client, person_id }) => [client, person_id])
}

/** Who wrote here for the first time is stored with the change that did. */
const clientsIn = (updates: StoredDocument['updates']): number[] => [
  ...new Set(updates.flatMap(({ update }) => [...Y.parseUpdateMeta(update).to.keys()])),
]

/** Several statements that see one state of the database. */
const reading = <T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(work)

async function load(db: Db, table: TableId, dialogue: string): Promise<StoredDocument> {
  await db
    .insertInto('documents')
    .values({ table_id: table, dialogue_id: dialogue, epoch: 1, seq: 0 })
    .onConflict((on) => on.column('table_id').doNothing())
    .execute()
  return reading(db, async (tx) => {
    const now = await tx
      .selectFrom('documents')
      .select(['epoch', 'seq', 'holds', heldNow.as('held')])
      .where('table_id', '=', table)
      .where('dialogue_id', '=', dialogue)
      .executeTakeFirstOrThrow()
    const stored = await soundDocument(tx, table, now.epoch, now.seq)
    return { ...now, ...stored, authors: await authorsOf(tx, table, now.epoch) }
  })
}

const look = (db: Db, tables: readonly TableId[]) =>
  db
    .selectFrom('documents')
    .select(['table_id as table', 'epoch', 'seq', 'holds', heldNow.as('held')])
    .where('table_id', 'in', tables)
    .execute()

async function after(db: Db, table: TableId, known: DocumentVersion): Promise<StoredDocument> {
  const { epoch, seq } = known
  return reading(db, async (tx) => {
    const [now] = await look(tx, [table])
    if (now?.epoch !== epoch) throw new OldEpoch(`epoch ${epoch} is over`)
    if (now.seq === seq) return { ...now, from: seq, state: null, updates: [], authors: [] }
    const rows = await tail(tx, table, epoch, seq)
    // so far behind that they were taken up in a snapshot meanwhile
    if (rows[0]?.seq !== seq + 1) {
      const stored = await soundDocument(tx, table, epoch, now.seq)
      return { ...now, ...stored, authors: await authorsOf(tx, table, epoch) }
    }
    const updates = sound(rows, seq, now.seq)
    const authors = await authorsOf(tx, table, epoch, clientsIn(updates))
    return { ...now, from: seq, state: null, updates, authors }
  })
}

/**
 * One statement, so that a keystroke waits for one round trip and one commit. It locks the document's row and looks at it as
 * it is then: two nodes can never hand out one number, and none stores on top of what it does not know.
 */
async function append(
  db: Db,
  table: TableId,
  { epoch, seq, holds }: DocumentVersion,
  updates: DocumentUpdate[],
): Promise<number[] | null> {
  const count = updates.length
  const bytes = updates.map(({ update }) => Buffer.from(update))
  const actors = updates.map(({ actor }) => actor)
  const sums = updates.map(({ update }) => sum(update))
  const clients = updates.flatMap(({ claimed }) => claimed)
  const writers = updates.flatMap(({ actor, claimed }) => claimed.map(() => actor))
  const { rows } = await sql<{ seq: number }>`/* prepared: append */
    with document as (
      update documents set seq = seq + ${count}
      where table_id = ${table} and epoch = ${epoch} and seq = ${seq} and holds = ${holds}
      returning seq
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
  if (rows.length === 0) return null
  return rows.map((row) => row.seq).toSorted((a, b) => a - b)
}

async function heldAnew(db: Db, table: TableId, epoch: number, held: RawBuilder<unknown>) {
  const { rows } = await sql<DocumentVersion>`
    update documents set holds = holds + 1, held = ${held} where table_id = ${table} and epoch = ${epoch}
    returning epoch, seq, holds`.execute(db)
  const [now] = rows
  if (!now) throw new OldEpoch(`epoch ${epoch} is over`)
  return now
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
    after: (table, known) => after(db, table, known),
    look: (tables) => look(db, tables),
    append: (table, known, updates) => append(db, table, known, updates),
    hold: (table, epoch, words, ms) => heldAnew(db, table, epoch, withHold(words, ms)),
    release: (table, epoch, id) => heldAnew(db, table, epoch, withoutHold(id)),
    snapshot: (table, epoch, seq, state) => writeSnapshot(db, table, epoch, seq, state),
  }
}
