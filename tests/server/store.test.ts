import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createStore } from '../../server/store/connection.ts'
import { newId } from '../../server/kit/newId.ts'
import type { Append, Store } from '../../server/store/store.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import { STEPS } from '../../server/store/steps.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { openTables } from '../support/documentsDb.ts'
import { migrateAsBefore } from '../support/kept.ts'

let database: TestDatabase
let store: Store
let session: string
let dialogue: string

beforeAll(async () => {
  database = await createTestDatabase()
  store = await createStore({ url: database.url })
})
beforeEach(async () => {
  session = newId('ses')
  dialogue = newId('dlg')
  const row = {
    id: dialogue,
    session,
    title: 'Proef',
    promise: null,
    startsAt: null,
    endsAt: null,
    demo: false,
  }
  await store.people.createDialogue(row, [])
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

const said = (text: string): DialogueEvent => ({ type: 'Announced', text })
const entry = (after: number, ...events: DialogueEvent[]): Append => ({
  session,
  after,
  at: 1,
  actor: 'per_riet',
  commandId: randomUUID(),
  answer: { ok: true },
  events,
})

test('two nodes that start together migrate once', async () => {
  const fresh = await createTestDatabase()
  const stores = await Promise.all([1, 2, 3].map(() => createStore({ url: fresh.url, connections: 2 })))
  await Promise.all(stores.map((each) => each.close()))
  const steps = await fresh.query<{ name: string }>('select name from kysely_migration order by name')
  expect(steps.map(({ name }) => name)).toEqual(Object.keys(STEPS))
  await fresh.drop()
})

/** A database as a release left it that had come so far, and counted it in a table of its own. */
async function leftAfter(steps: number): Promise<TestDatabase> {
  const left = await createTestDatabase()
  const db = openTables(left.url)
  await migrateAsBefore(db, steps)
  await db.destroy()
  return left
}

test('a database of an earlier release is opened as it stands, and only what is further is done', async () => {
  const old = await leftAfter(4)
  await old.query(
    `insert into dialogues (id, session_id, title, created_at) values ('dlg_1', 'ses_1', 'Proef', 1)`,
  )
  for (let start = 0; start < 2; start++) {
    const opened = await createStore({ url: old.url, connections: 2 })
    expect((await opened.people.dialogues()).map(({ id }) => id)).toEqual(['dlg_1'])
    await opened.close()
  }
  const steps = await old.query<{ name: string }>('select name from kysely_migration order by name')
  expect(steps.map(({ name }) => name)).toEqual(Object.keys(STEPS))
  await old.drop()
})

test('a database from before dialogues had further sessions keeps its session as the first', async () => {
  const old = await leftAfter(1)
  for (const line of [
    `insert into dialogues (id, session_id, title, created_at) values ('dlg_1', 'ses_1', 'Proef', 1)`,
    `insert into sessions (id) values ('ses_1')`,
  ]) {
    await old.query(line)
  }
  const upgraded = await createStore({ url: old.url, connections: 2 })
  expect(await upgraded.people.sessions('dlg_1')).toEqual(['ses_1'])
  await upgraded.people.deleteDialogue('dlg_1')
  expect(await old.query('select 1 from sessions')).toEqual([])
  await upgraded.close()
  await old.drop()
})

test('a session is under way from when it begins to when it ends, and while it still has rooms in the SFU', async () => {
  const isUnderWay = async () => (await store.people.underWay()).some(({ id }) => id === dialogue)
  await store.events.append(entry(0, said('een')))
  expect(await isUnderWay()).toBe(false)
  await store.events.append(entry(1, { type: 'PlenaryOpened' }))
  await store.events.append(entry(2, said('twee')))
  expect(await isUnderWay()).toBe(true)
  await store.events.append(entry(3, { type: 'SessionEnded' }, said('drie')))
  expect(await isUnderWay()).toBe(false)
  await store.mediaRooms.name(session, 'plenary', 0, `${session}-room`)
  expect(await isUnderWay()).toBe(true)
  await store.mediaRooms.remove(`${session}-room`)
  expect(await isUnderWay()).toBe(false)
})

test('of a database from before that stood on the session, the log says which have begun and ended', async () => {
  const old = await createTestDatabase()
  const before = await createStore({ url: old.url, connections: 2 })
  const logs: Record<string, DialogueEvent[]> = {
    lobby: [said('een')],
    begun: [{ type: 'PlenaryOpened' }, said('een')],
    ended: [{ type: 'PlenaryOpened' }, { type: 'SessionEnded' }],
  }
  for (const [name, events] of Object.entries(logs)) {
    const row = { id: `dlg_${name}`, session: `ses_${name}`, title: name, promise: null, demo: false }
    await before.people.createDialogue({ ...row, startsAt: null, endsAt: null }, [])
    await before.events.append({ ...entry(0, ...events), session: row.session, at: 7 })
  }
  await before.close()
  await old.query(`delete from kysely_migration where name like '05 %'`)
  await old.query('alter table sessions drop column begun_at, drop column ended_at')
  const upgraded = await createStore({ url: old.url, connections: 2 })
  expect((await upgraded.people.underWay()).map(({ id }) => id)).toEqual(['dlg_begun'])
  expect(await old.query('select id, begun_at, ended_at from sessions order by id')).toEqual([
    { id: 'ses_begun', begun_at: '7', ended_at: null },
    { id: 'ses_ended', begun_at: '7', ended_at: '7' },
    { id: 'ses_lobby', begun_at: null, ended_at: null },
  ])
  await upgraded.close()
  await old.drop()
})

test('of many writers at the same number one wins, and the log has no gap', async () => {
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => store.events.append(entry(0, said(`${index}`)))),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await store.events.read(session)).map(({ seq }) => seq)).toEqual([1])
})

test('a lost race leaves no trace of the command', async () => {
  await store.events.append(entry(0, said('een')))
  const late = entry(0, said('twee'))
  expect(await store.events.append(late)).toEqual({ ok: false, reason: 'conflict' })
  const asked = [{ commandId: late.commandId ?? '', actor: late.actor }]
  expect(await store.events.answered(session, asked)).toEqual({})
  expect((await store.events.append({ ...late, after: 1 })).ok).toBe(true)
})

test('what is decided in its turn loses no race, and knows all that was stored before it', async () => {
  const seen: number[] = []
  const decided = (text: string) =>
    store.events.appendInTurn({ session, after: 0, asked: [] }, (tail) => {
      seen.push(tail.length)
      return [entry(tail.length, said(text))]
    })
  const results = await Promise.all(Array.from({ length: 20 }, (_, index) => decided(`${index}`)))
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index))
  expect((await store.events.read(session)).map(({ seq }) => seq)).toEqual(seen.map((before) => before + 1))
})

test('in its turn a command is told how it was answered before, and nothing may come of it', async () => {
  const one = entry(0, said('een'))
  await store.events.append(one)
  const asked = [{ commandId: one.commandId ?? '', actor: one.actor }]
  const found = await store.events.appendInTurn({ session, after: 1, asked }, (tail, earlier) => {
    expect([tail, earlier]).toEqual([[], { [one.commandId ?? '']: { ok: true } }])
    return []
  })
  expect(found).toEqual({ ok: true, recorded: [] })
})

test('of a session that is not there nothing is stored in its turn', async () => {
  const gone = { ...entry(0, said('een')), session: 'ses_gone' }
  const known = { session: gone.session, after: 0, asked: [] }
  const found = await store.events.appendInTurn(known, () => [gone])
  expect(found).toEqual({ ok: false, reason: 'conflict' })
})

test('the same command at once from two sockets works once', async () => {
  const one = entry(0, said('een'))
  const results = await Promise.all([store.events.append(one), store.events.append({ ...one })])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'conflict' })
  const again = await store.events.append({ ...one, after: 1 })
  expect(again).toEqual({ ok: false, reason: 'repeated', answer: { ok: true } })
})

test('a line that was altered afterwards is found', async () => {
  await store.events.append(entry(0, said('een'), said('twee'), said('drie')))
  expect(await store.events.verify(session)).toBeNull()
  await database.query(
    `update events set event = '{"type":"Announced","text":"anders"}' where session_id = $1 and seq = 2`,
    [session],
  )
  expect(await store.events.verify(session)).toBe(2)
})

test('what was loaded may be appended to, whether its updates were taken up in a snapshot or not', async () => {
  const table = newId('tbl')
  const append = async () => {
    const known = await store.documents.load(table, dialogue)
    return store.documents.append(table, known, [
      { update: new Uint8Array([1]), actor: 'per_a', claimed: [] },
    ])
  }
  expect(await append()).toEqual([1])
  expect(await append()).toEqual([2])
  await store.documents.snapshot(table, 1, 1, new Uint8Array([1]))
  expect(await append()).toEqual([3])
  expect(await store.documents.load(table, dialogue)).toMatchObject({ from: 1, seq: 3 })
})

test('whoever knows a text reads of further authors only who wrote since, unless it has to be read whole', async () => {
  const table = newId('tbl')
  const { documents } = store
  await documents.load(table, dialogue)
  const write = async (seq: number, actor: string) => {
    const doc = new Y.Doc()
    doc.getText('words').insert(0, actor)
    const update = Y.encodeStateAsUpdate(doc)
    const claimed = [doc.clientID]
    await documents.append(table, { epoch: 1, seq, holds: 0 }, [{ update, actor, claimed }])
    return [doc.clientID, actor] as const
  }
  const riet = await write(0, 'per_riet')
  const kees = await write(1, 'per_kees')
  const { authors } = await documents.after(table, { epoch: 1, seq: 1, holds: 0 })
  expect(authors).toEqual([kees])
  expect((await documents.load(table, dialogue)).authors.toSorted()).toEqual([riet, kees].toSorted())
})

test('deleting a dialogue leaves no row of it in any table', async () => {
  const person = newId('per')
  await store.people.addPeople([
    {
      id: person,
      dialogue,
      name: 'Riet',
      role: 'participant',
      group: 'inwoner',
      detail: null,
      generation: 1,
      opened: false,
      out: false,
      erased: false,
    },
  ])
  await store.people.setLink(person, 1, Buffer.from('hash'), Buffer.from('code'))
  await store.people.redeem({
    link: Buffer.from('hash'),
    login: Buffer.from('login'),
    at: 1,
    rule: 'often',
    takeOver: false,
  })
  await store.mail.setAddress(person, 'riet@voorbeeld.nl')
  expect(await store.mail.invite([person], 0, 1, 0)).toBe(1)
  await store.mail.setNoMail(person, true)
  await store.events.append(entry(0, said('een')))
  await store.speech.add([{ session, room: 'plenary', person, startMs: 1, endMs: 2 }])
  await store.speech.addGaps([{ session, room: 'plenary', startMs: 1, endMs: 2 }])
  await store.speech.addMutes([{ session, room: 'plenary', person, atMs: 2 }])
  await store.mediaRooms.name(session, 'plenary', 0, newId('room'))
  await store.nodes.beat('node_1', 1_000)
  await store.nodes.lead('node_1', [session], 1_000)
  await store.nodes.keepPresence({ node: 'node_1', session, version: 1 }, [])
  const device = { person, node: 'node_1', claim: 'claim', login: 'login' }
  expect(await store.deviceClaims.take(device, false)).toBe(true)
  const lease = { person, apart: false, identity: `${person}:1`, room: 'plenary', version: 0, sfuRoom: 'sfu' }
  await store.mediaLeases.give(session, { ...lease, seq: 1, displaced: null, connection: null })
  const table = newId('tbl')
  await store.documents.load(table, dialogue)
  const update = { update: new Uint8Array([1]), actor: person, claimed: [7] }
  await store.documents.append(table, { epoch: 1, seq: 0, holds: 0 }, [update])
  await store.documents.snapshot(table, 1, 1, new Uint8Array([1]))
  await store.evaluations.add(session, Buffer.from('token'), { equality: 'yes' }, 'Fijn.')
  await store.people.deleteDialogue(dialogue)
  const owned: [string, string, string][] = [
    ['dialogues', 'id', dialogue],
    ['people', 'dialogue_id', dialogue],
    ['links', 'person_id', person],
    ['logins', 'person_id', person],
    ['addresses', 'person_id', person],
    ['mails', 'person_id', person],
    ['mail_refusals', 'person_id', person],
    ['sessions', 'id', session],
    ['events', 'session_id', session],
    ['commands', 'session_id', session],
    ['speech_intervals', 'session_id', session],
    ['speech_gaps', 'session_id', session],
    ['speech_mutes', 'session_id', session],
    ['evaluation_counts', 'session_id', session],
    ['evaluation_words', 'session_id', session],
    ['evaluation_tokens', 'session_id', session],
    ['media_rooms', 'session_id', session],
    ['device_claims', 'person_id', person],
    ['media_leases', 'session_id', session],
    ['session_leads', 'session_id', session],
    ['node_presence', 'session_id', session],
    ['documents', 'dialogue_id', dialogue],
    ['yjs_updates', 'table_id', table],
    ['yjs_snapshots', 'table_id', table],
    ['yjs_authors', 'table_id', table],
  ]
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'dialoogtafel'`,
  )
  expect(owned.map(([name]) => name).toSorted()).toEqual(
    tables
      .map(({ name }) => name)
      // which nodes there are belongs to no dialogue
      .filter((name) => !name.includes('migration') && name !== 'nodes')
      .toSorted(),
  )
  for (const [name, column, value] of owned) {
    expect(await database.query(`select 1 from ${name} where ${column} = $1`, [value]), name).toEqual([])
  }
})
