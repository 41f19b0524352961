import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../server/store/connection.ts'
import { newId } from '../../server/kit/newId.ts'
import type { DialogueRow, PersonRow, Store } from '../../server/store/store.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

/** More than twice as long as the store waits for a statement: the rollback behind it is given up as well. */
const LOCKED_MS = 11_000

let database: TestDatabase
let locker: Client

const LINK = Buffer.alloc(32, 1)
const existing: DialogueRow = {
  id: newId('dlg'),
  session: newId('ses'),
  title: 'Proef',
  promise: null,
  startsAt: null,
  endsAt: null,
  demo: false,
}
const riet: PersonRow = {
  id: newId('per'),
  dialogue: existing.id,
  name: 'Riet',
  role: 'participant',
  group: 'inwoner',
  detail: null,
  generation: 1,
  opened: false,
  out: false,
  erased: false,
}
const table = newId('tbl')
const further = newId('ses')

/** Every call that is more than one statement, and what another one must hold for it to wait. */
const CALLS: Record<string, { call(store: Store): Promise<unknown>; lock: string }> = {
  'events.append': {
    lock: `select 1 from sessions where id = '${existing.session}' for update`,
    call: (store) =>
      store.events.append({
        session: existing.session,
        after: 0,
        at: 1,
        actor: riet.id,
        commandId: randomUUID(),
        answer: { ok: true },
        events: [],
      }),
  },
  'events.appendInTurn': {
    lock: `select 1 from sessions where id = '${existing.session}' for update`,
    call: (store) => store.events.appendInTurn({ session: existing.session, after: 0, asked: [] }, () => []),
  },
  'people.createDialogue': {
    lock: 'lock table sessions in share row exclusive mode',
    call: (store) =>
      store.people.createDialogue({ ...existing, id: newId('dlg'), session: newId('ses') }, []),
  },
  'people.addPeople': {
    lock: `select 1 from dialogues where id = '${existing.id}' for update`,
    call: (store) => store.people.addPeople([{ ...riet, id: newId('per') }]),
  },
  'people.enterSession': {
    lock: `select 1 from dialogues where id = '${existing.id}' for update`,
    call: (store) =>
      store.people.enterSession({
        dialogue: existing.id,
        after: existing.session,
        session: further,
        startsAt: null,
        endsAt: null,
      }),
  },
  'people.redeem': {
    lock: `select 1 from people where id = '${riet.id}' for update`,
    call: (store) =>
      store.people.redeem({
        link: LINK,
        login: Buffer.alloc(32, 2),
        at: 1,
        rule: 'oneDevice',
        takeOver: true,
      }),
  },
  'people.deleteDialogue': {
    lock: `select 1 from dialogues where id = '${existing.id}' for update`,
    call: (store) => store.people.deleteDialogue(existing.id),
  },
  'documents.load': {
    lock: 'lock table yjs_snapshots in access exclusive mode',
    call: (store) => store.documents.load(table, existing.id),
  },
  'documents.snapshot': {
    lock: 'lock table yjs_snapshots in access exclusive mode',
    call: (store) => store.documents.snapshot(table, 1, 0, Uint8Array.of(0, 0)),
  },
}

interface Waited {
  store: Store
  outcome: string
}
const waited: Record<string, Waited> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  const first = await createStore({ url: database.url, connections: 2 })
  await first.people.createDialogue(existing, [riet])
  await first.people.addSession(existing.id, further)
  await first.people.setLink(riet.id, 1, LINK, Buffer.from('code'))
  await first.documents.load(table, existing.id)
  await first.close()
  // one connection each, so that whatever comes after the wait comes on the connection that waited
  for (const name of Object.keys(CALLS)) {
    waited[name] = { store: await createStore({ url: database.url, connections: 1 }), outcome: '' }
  }
  locker = new Client({ connectionString: database.url, options: '-c search_path=dialoogtafel' })
  await locker.connect()
  await locker.query('begin')
  for (const lock of new Set(Object.values(CALLS).map((each) => each.lock))) await locker.query(lock)
  const calls = Object.entries(CALLS).map(async ([name, { call }]) => {
    const one = waited[name]
    if (!one) return
    one.outcome = await call(one.store).then(
      () => 'done',
      () => 'failed',
    )
  })
  await pause(LOCKED_MS)
  await locker.query('rollback')
  await Promise.all(calls)
}, 60_000)

afterAll(async () => {
  await Promise.all(Object.values(waited).map(({ store }) => store.close()))
  await locker.end()
  await database.drop()
})

test('no connection was left inside a transaction', async () => {
  const idle = await database.query(
    `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
  )
  expect(idle).toEqual([])
})

describe.each(Object.keys(CALLS))('%s behind a lock of 11 seconds', (name) => {
  test('fails, and what the same connection pool answers next is stored', async () => {
    const one = waited[name]
    if (!one) throw new Error('not called')
    expect(one.outcome).toBe('failed')
    const own = newId('tbl')
    await one.store.documents.load(own, existing.id)
    const numbers = await one.store.documents.append(own, { epoch: 1, seq: 0, holds: 0 }, [
      { update: Uint8Array.of(0, 0), actor: riet.id, claimed: [] },
    ])
    expect(numbers).toEqual([1])
    const stored = await database.query(`select 1 from yjs_updates where table_id = $1`, [own])
    expect(stored).toHaveLength(1)
  })
})
