import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { titleOf } from '../../shared/agreement/document.ts'
import { CLOSE } from '../../shared/wire.ts'
import { createDocumentStore } from '../../server/store/documents.ts'
import {
  DIALOGUE,
  annaAtTable,
  editor,
  freshTable,
  hostDocuments,
  rawSocket,
  rights,
} from '../support/documents.ts'
import type { DocumentsHost, Editor } from '../support/documents.ts'
import { documentsDatabase, openTables, type DocumentsDatabase } from '../support/documentsDb.ts'
import { updateFrame } from '../support/frames.ts'
import { gateBefore } from '../support/gate.ts'
import { deaf } from '../support/textNodes.ts'
import { until } from '../support/until.ts'

let database: DocumentsDatabase
let host: DocumentsHost
let table: string
let anna: Editor

beforeAll(async () => void (database = await documentsDatabase(inject('databaseUrl'))))
afterAll(() => database.close())
beforeEach(async () => void ({ host, table, anna } = await annaAtTable(database.store)))
afterEach(async () => {
  anna.stop()
  await host.stop()
})

const stored = async () => (await database.store.load(table, DIALOGUE)).updates.length
const frozenTitle = async () => {
  const { frozen, release } = await host.documents.freeze(table, DIALOGUE, 'agr_1')
  return { title: frozen.words.title, authors: frozen.authors, release }
}

/** Sends one change that knows what Anna has; the code the socket is closed with. */
async function send(change: (doc: Y.Doc) => void, query = ''): Promise<number | null> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc))
  const before = Y.encodeStateVector(doc)
  change(doc)
  const socket = await rawSocket(host, table, `epoch=1&person=per_bram${query}`)
  await until('begun', () => socket.received.length > 0)
  socket.ws.send(updateFrame(Y.encodeStateAsUpdate(doc, before)))
  await until('answered', () => socket.code() !== null || socket.received.some(([kind]) => kind === 100))
  socket.ws.terminate()
  return socket.code()
}

test.each<[string, (doc: Y.Doc) => void]>([
  ['a letter more', (doc) => titleOf(doc, 'agr_1').insert(0, 'x')],
  ['a letter less', (doc) => titleOf(doc, 'agr_1').delete(0, 1)],
  [
    'a letter beside one that is allowed',
    (doc) =>
      doc.transact(() => {
        titleOf(doc, 'agr_2').insert(0, 'mag')
        titleOf(doc, 'agr_1').insert(0, 'x')
      }),
  ],
])('a locked agreement: %s is refused as a whole and nothing of it is stored', async (_name, change) => {
  const before = await stored()
  expect(await send(change, '&writable=agr_2')).toBe(CLOSE.locked)
  expect(await stored()).toBe(before)
  expect(await send((doc) => titleOf(doc, 'agr_2').insert(0, 'mag'), '&writable=agr_2')).toBeNull()
})

test('words that were on their way when it was locked are refused', async () => {
  const before = await stored()
  await host.documents.recheck(DIALOGUE, () => rights(['agr_2']))
  titleOf(anna.doc, 'agr_1').insert(0, 'Te laat ')
  await until('told', () => anna.closed.length > 0)
  expect(anna.closed).toEqual([CLOSE.locked])
  expect(await stored()).toBe(before)
})

test('frozen: what was accepted is in the words, what comes during it is refused, and released it goes on', async () => {
  titleOf(anna.doc, 'agr_1').insert(5, ' samen')
  await until('stored', () => anna.saved.length >= 3)
  const held = await frozenTitle()
  expect(held).toMatchObject({ title: 'Vroeg samen', authors: ['per_anna'] })
  expect(await send((doc) => titleOf(doc, 'agr_1').insert(0, 'x'))).toBe(CLOSE.locked)
  expect(await send((doc) => titleOf(doc, 'agr_2').insert(0, 'y'))).toBeNull()
  held.release()
  expect(await send((doc) => titleOf(doc, 'agr_1').insert(0, 'z'))).toBeNull()
  const after = await frozenTitle()
  expect(after.title).toBe('zVroeg samen')
  expect(after.authors.toSorted()).toEqual(['per_anna', 'per_bram'])
  after.release()
})

test.each([
  ['alone', {}],
  ['one of several nodes', { bus: deaf('one') }],
])(
  'while the database is away freezing is given up in time, and it is open again: %s',
  async (_name, cluster) => {
    const gate = await gateBefore(database.url)
    const db = openTables(gate.url)
    const away = await hostDocuments(createDocumentStore(db), undefined, undefined, cluster)
    const one = editor(away, freshTable())
    try {
      await until('synced', () => one.provider.synced)
      titleOf(one.doc, 'agr_1').insert(0, 'A')
      await until('stored', () => one.saved.length >= 2)
      gate.shut()
      titleOf(one.doc, 'agr_1').insert(1, 'B')
      await pause(100)
      await expect(away.documents.freeze(one.provider.roomname, DIALOGUE, 'agr_1')).rejects.toThrow(
        'did not answer',
      )
      titleOf(one.doc, 'agr_1').insert(2, 'C')
      gate.open()
      await until('stored after all', () => one.saved.length >= 4, 10_000)
      expect(one.closed).toEqual([])
    } finally {
      one.stop()
      await away.stop()
      await db.destroy()
      await gate.stop()
    }
  },
  30_000,
)

test('who wrote is still known when the updates are taken up in a snapshot and the server has begun anew', async () => {
  await host.stop()
  await database.db.deleteFrom('yjs_updates').where('table_id', '=', table).execute()
  host = await hostDocuments(database.store)
  const held = await frozenTitle()
  expect(held).toMatchObject({ title: 'Vroeg', authors: ['per_anna'] })
  held.release()
})

test('a version that is only kept holds nobody up: who writes on meanwhile is heard', async () => {
  const kept = host.documents.words(table, DIALOGUE, 'agr_1')
  titleOf(anna.doc, 'agr_1').insert(5, ' samen')
  expect(['Vroeg', 'Vroeg samen']).toContain((await kept).words.title)
  await until(
    'stored',
    async () => (await host.documents.words(table, DIALOGUE, 'agr_1')).words.title === 'Vroeg samen',
  )
  expect(anna.closed).toEqual([])
})
