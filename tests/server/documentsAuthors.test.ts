import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { readTable, titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { CLOSE } from '../../shared/wire.ts'
import { updateFrame } from '../support/frames.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'
import { editor, freshTable, hostDocuments, rawSocket } from '../support/documents.ts'
import { until } from '../support/until.ts'
import type { DocumentsHost, Editor } from '../support/documents.ts'

let database: DocumentsDatabase
let host: DocumentsHost
let table: string
let editors: Editor[] = []

beforeAll(async () => void (database = await documentsDatabase(inject('databaseUrl'))))
afterAll(() => database.close())
beforeEach(async () => {
  host = await hostDocuments(database.store)
  table = freshTable()
})
afterEach(async () => {
  for (const one of editors) one.stop()
  editors = []
  await host.stop()
})

async function open(person: string): Promise<Editor> {
  const one = editor(host, table, { person })
  editors.push(one)
  await until('synced', () => one.provider.synced)
  return one
}
const settled = () => pause(150)

/** One change, made by hand under a client id of choice. */
async function send(person: string, change: (doc: Y.Doc) => void, client: number): Promise<number | null> {
  const doc = new Y.Doc()
  doc.clientID = client
  change(doc)
  const socket = await rawSocket(host, table, `epoch=1&person=${person}`)
  await until('begun', () => socket.received.length > 0)
  socket.ws.send(updateFrame(Y.encodeStateAsUpdate(doc)))
  await until('answered', () => socket.code() !== null || socket.received.some(([kind]) => kind === 100))
  socket.ws.terminate()
  return socket.code()
}

test('a change that is refused makes nobody the owner of a client id', async () => {
  const victim = await open('per_anna')
  expect(await send('per_mallory', (doc) => doc.getMap('anders').set('a', 1), victim.doc.clientID)).not.toBe(
    null,
  )
  writeAgreement(victim.doc, { id: 'agr_1', title: 'Mijn afspraak' })
  await until('hers is stored', () => victim.saved.length > 0)
  await settled()
  expect(victim.closed).toEqual([])
  expect(readTable(victim.doc)['agr_1']?.title).toBe('Mijn afspraak')
})

test('nor does one that waits for what never comes', async () => {
  const victim = await open('per_anna')
  const far = new Y.Doc()
  far.clientID = victim.doc.clientID
  writeAgreement(far, { id: 'agr_1', title: 'eerst' })
  const from = Y.encodeStateVector(far)
  titleOf(far, 'agr_1').insert(0, 'x')
  const socket = await rawSocket(host, table, 'epoch=1&person=per_mallory')
  await until('begun', () => socket.received.length > 0)
  socket.ws.send(updateFrame(Y.encodeStateAsUpdate(far, from)))
  await settled()
  writeAgreement(victim.doc, { id: 'agr_1', title: 'Mijn afspraak' })
  await until('hers is stored', () => victim.saved.length > 0)
  await settled()
  expect(victim.closed).toEqual([])
  socket.ws.terminate()
})

test('nobody writes under the client id that another one has open, not even the first', async () => {
  const victim = await open('per_anna')
  victim.provider.awareness.setLocalStateField('at', null)
  await settled()
  const change = (doc: Y.Doc) => void writeAgreement(doc, { id: 'agr_1', title: 'Zogenaamd' })
  expect(await send('per_mallory', change, victim.doc.clientID)).toBe(CLOSE.taken)
  writeAgreement(victim.doc, { id: 'agr_2', title: 'Mijn afspraak' })
  await until('hers is stored', () => victim.saved.length > 0)
  await settled()
  expect(victim.closed).toEqual([])
})

test('whose client id is taken is told once, in a word of its own, and can write on under a fresh one', async () => {
  const client = 4_242
  expect(
    await send('per_mallory', (doc) => void writeAgreement(doc, { id: 'agr_1', title: 'M' }), client),
  ).toBeNull()
  const anna = await open('per_anna')
  const own = anna.doc.clientID
  anna.doc.clientID = client
  titleOf(anna.doc, 'agr_1').insert(0, 'Weg')
  await until('told', () => anna.closed.length > 0)
  await pause(1_500)
  expect(anna.closed).toEqual([CLOSE.taken])
  anna.doc.clientID = own

  const again = await open('per_anna')
  titleOf(again.doc, 'agr_1').insert(0, 'Terug')
  await until('stored', () => again.saved.length > 0)
  expect(readTable(again.doc)['agr_1']?.title).toBe('TerugM')
})
