import type { Kysely } from 'kysely'
import { CorruptDocument, soundDocument } from './documents.ts'
import { createEventLog } from './events.ts'
import type { Soundness, Unsound } from './store.ts'
import type { Tables } from './tables.ts'

/** One log after the other and one text after the other, each at a moment of its own. */
export async function inspect(db: Kysely<Tables>): Promise<Soundness> {
  const log = createEventLog(db)
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'dialogue_id as dialogue'])
    .orderBy('dialogue_id')
    .orderBy('number')
    .execute()
  const texts = await db
    .selectFrom('documents')
    .select(['table_id as table', 'dialogue_id as dialogue'])
    .orderBy('dialogue_id')
    .orderBy('table_id')
    .execute()
  const wrong: Unsound[] = []
  for (const { id: session, dialogue } of sessions) {
    const seq = await log.verify(session)
    // it may have been erased while this came to it
    if (seq !== null && (await isThere(db, session))) wrong.push({ kind: 'log', dialogue, session, seq })
  }
  for (const { table, dialogue } of texts) {
    const why = await whyUnsound(db, table)
    if (why !== null) wrong.push({ kind: 'text', dialogue, table, why })
  }
  return { logs: sessions.length, texts: texts.length, wrong }
}

async function isThere(db: Kysely<Tables>, session: string): Promise<boolean> {
  const found = await db.selectFrom('sessions').select('id').where('id', '=', session).executeTakeFirst()
  return found !== undefined
}

const whyUnsound = (db: Kysely<Tables>, table: string): Promise<string | null> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const row = await tx
        .selectFrom('documents')
        .select(['epoch', 'seq'])
        .where('table_id', '=', table)
        .executeTakeFirst()
      if (!row) return null
      try {
        await soundDocument(tx, table, row.epoch, row.seq)
        return null
      } catch (error) {
        if (error instanceof CorruptDocument) return error.message
        throw error
      }
    })
