import type { Kysely, Transaction } from 'kysely'
import * as Y from 'yjs'
import { clientsOf } from '../../shared/agreement/clients.ts'
import { bodyOf, readTable, rootOf, titleOf } from '../../shared/agreement/document.ts'
import {
  isSought,
  namesIn,
  withoutNamesIn,
  withoutPeopleInLog,
  type Erased,
} from '../../shared/dialogue/people/erasing.ts'
import type { PersonId, TableId } from '../../shared/dialogue/model.ts'
import { isUnderWay } from '../../shared/dialogue/retention/retention.ts'
import { createAir } from '../kit/air.ts'
import { CorruptDocument, soundDocument } from './documents.ts'
import { appendIn, rewriteIn } from './events.ts'
import { removeRows } from './personal.ts'
import { lastAt } from './retention.ts'
import type { ErasedPerson, Erasing, ErasureStore } from './store.ts'
import type { Tables } from './tables.ts'
import { writeAnew, type WrittenAgreement } from './writeAnew.ts'

type Tx = Transaction<Tables>

/** Takes people's names out of all that is stored of a dialogue. */
export function createErasureStore(db: Kysely<Tables>): ErasureStore {
  return {
    erase: (erasing) => db.transaction().execute((tx) => erase(tx, erasing)),
  }
}

async function erase(tx: Tx, erasing: Erasing): ReturnType<ErasureStore['erase']> {
  const { dialogue, people } = erasing
  const sessions = await sessionsOf(tx, dialogue)
  if (await isGoingOn(tx, dialogue, sessions, erasing.at)) return null
  const ids = sessions.map(({ id }) => id)
  const erased = await withTheirNames(tx, dialogue, ids, people)
  for (const session of ids) await eraseLog(tx, session, erased, erasing)
  await eraseLooseWords(tx, ids, erased)
  await erasePromise(tx, dialogue, erased)
  for (const person of people) await erasePerson(tx, person)
  return eraseTexts(tx, dialogue, new Set(people.map(({ person }) => person)))
}

/** Locked, so that none of them begins meanwhile. */
const sessionsOf = (tx: Tx, dialogue: string) =>
  tx
    .selectFrom('sessions')
    .select(['id', 'begun_at', 'ended_at'])
    .select(lastAt)
    .where('dialogue_id', '=', dialogue)
    .orderBy('number')
    .forUpdate()
    .execute()

type SessionRow = Awaited<ReturnType<typeof sessionsOf>>[number]

async function isGoingOn(tx: Tx, dialogue: string, sessions: readonly SessionRow[], now: number) {
  const planned = await tx
    .selectFrom('dialogues')
    .select(['starts_at as startsAt', 'ends_at as endsAt'])
    .where('id', '=', dialogue)
    .executeTakeFirst()
  const { startsAt = null, endsAt = null } = planned ?? {}
  return sessions.some(({ begun_at: begunAt, ended_at: endedAt, last_at: at }) =>
    isUnderWay({ startsAt, endsAt, begunAt, endedAt, lastAt: at }, now),
  )
}

/** They may have gone by another name than the one they were invited under. */
async function withTheirNames(
  tx: Tx,
  dialogue: string,
  sessions: readonly string[],
  people: readonly ErasedPerson[],
): Promise<Erased[]> {
  const ids = new Set(people.map(({ person }) => person))
  const invited = await tx
    .selectFrom('people')
    .select(['id', 'name', 'erased'])
    .where('dialogue_id', '=', dialogue)
    .execute()
  const found: [PersonId, string][] = invited.map(({ id, name }) => [id, name])
  const air = createAir()
  for (const session of sessions) {
    const lines = await tx.selectFrom('events').select('event').where('session_id', '=', session).execute()
    for (const { event } of lines) {
      found.push(...namesIn(event, ids).filter(([, name]) => isSought(name)))
      await air()
    }
  }
  const others = invited.flatMap(({ id, name, erased }) => (erased || ids.has(id) ? [] : [name]))
  return people.map(({ person, word }) => ({
    person,
    word,
    others,
    names: [...new Set(found.flatMap(([id, name]) => (id === person ? [name] : [])))],
  }))
}

/** The log says itself, in its next line, that lines before it have become others. */
async function eraseLog(tx: Tx, session: string, erased: readonly Erased[], { people, at, actor }: Erasing) {
  const { lines, before } = await rewriteIn(tx, session, withoutPeopleInLog(erased))
  if (lines === 0) return
  const { last_seq: after } = await tx
    .selectFrom('sessions')
    .select('last_seq')
    .where('id', '=', session)
    .executeTakeFirstOrThrow()
  const event = { type: 'PeopleErased' as const, people: [...people], lines, before }
  await appendIn(tx, { session, after, at, actor, commandId: null, answer: { ok: true }, events: [event] })
}

/** What people wrote beside the questions afterwards has no name to it, and may have one in it. */
async function eraseLooseWords(tx: Tx, sessions: readonly string[], erased: readonly Erased[]) {
  if (sessions.length === 0) return
  const rows = await tx
    .selectFrom('evaluation_words')
    .selectAll()
    .where('session_id', 'in', sessions)
    .execute()
  for (const { id, words } of rows) {
    const less = withoutNamesIn(words, erased)
    if (less !== words)
      await tx.updateTable('evaluation_words').set({ words: less }).where('id', '=', id).execute()
  }
}

/** As it was made with the dialogue; later ones stand in the log alone. */
async function erasePromise(tx: Tx, dialogue: string, erased: readonly Erased[]) {
  const row = await tx.selectFrom('dialogues').select('promise').where('id', '=', dialogue).executeTakeFirst()
  if (!row?.promise) return
  const promise = withoutNamesIn(row.promise, erased)
  if (promise !== row.promise)
    await tx.updateTable('dialogues').set({ promise }).where('id', '=', dialogue).execute()
}

async function erasePerson(tx: Tx, { person, word, out }: ErasedPerson) {
  await tx
    .updateTable('people')
    .set({ name: word, detail: null, listed: null, erased: true, ...(out && { out }) })
    .where('id', '=', person)
    .execute()
  await removeRows(tx, person, out)
}

/** Every text of the dialogue under its next epoch, without its past: what was taken out of a text stood in that still. */
async function eraseTexts(
  tx: Tx,
  dialogue: string,
  gone: ReadonlySet<PersonId>,
): Promise<{ unread: TableId[] }> {
  const documents = await tx
    .selectFrom('documents')
    .select(['table_id', 'epoch', 'seq'])
    .where('dialogue_id', '=', dialogue)
    .orderBy('table_id')
    .forUpdate()
    .execute()
  const unread: TableId[] = []
  for (const { table_id: table, epoch, seq } of documents) {
    const agreements = await readWritten(tx, table, epoch, seq, gone)
    if (agreements) {
      for (const rows of ['yjs_updates', 'yjs_snapshots', 'yjs_authors'] as const)
        await tx.deleteFrom(rows).where('table_id', '=', table).execute()
      await writeAnew(tx, table, epoch, agreements)
      continue
    }
    unread.push(table)
    await tx
      .deleteFrom('yjs_authors')
      .where('table_id', '=', table)
      .where('person_id', 'in', [...gone])
      .execute()
    await tx
      .updateTable('yjs_updates')
      .set({ actor: '' })
      .where('table_id', '=', table)
      .where('actor', 'in', [...gone])
      .execute()
  }
  return { unread }
}

/** Null: it is damaged, and stays as it is to be repaired, without saying who wrote in it. */
async function readWritten(
  tx: Tx,
  table: TableId,
  epoch: number,
  last: number,
  gone: ReadonlySet<PersonId>,
): Promise<WrittenAgreement[] | null> {
  const doc = new Y.Doc()
  try {
    const { state, updates } = await soundDocument(tx, table, epoch, last)
    if (state) Y.applyUpdate(doc, state)
    for (const { update } of updates) Y.applyUpdate(doc, update)
  } catch (error) {
    if (error instanceof CorruptDocument) return null
    throw error
  }
  // of the form of an earlier release: see `openTable`
  if ([...doc.share.keys()].some((name) => !rootOf(name))) return null
  const rows = await tx
    .selectFrom('yjs_authors')
    .select(['client', 'person_id'])
    .where('table_id', '=', table)
    .where('epoch', '=', epoch)
    .execute()
  return Object.values(readTable(doc)).map((agreement) => {
    const { id } = agreement
    const clients = new Set(
      [titleOf(doc, id), bodyOf(doc, id, 'text'), bodyOf(doc, id, 'why')].flatMap((field) => [
        ...clientsOf(field),
      ]),
    )
    const writers = rows.flatMap(({ client, person_id: person }) =>
      clients.has(client) && !gone.has(person) ? [person] : [],
    )
    return { ...agreement, writers: [...new Set(writers)] }
  })
}
