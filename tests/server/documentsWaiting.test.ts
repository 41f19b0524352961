import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, readTable, titleOf } from '../../shared/agreement/document.ts'
import { frame, updateFrame } from '../support/frames.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'
import { annaAtTable, editor, rawSocket } from '../support/documents.ts'
import { until } from '../support/until.ts'
import type { DocumentsHost, Editor, RawSocket } from '../support/documents.ts'

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

const titleIn = (doc: Y.Doc) => titleOf(doc, 'agr_1')
const type = (text: string) => titleIn(anna.doc).insert(0, text)
const typesOn = async (ms = 1_000) => {
  const answered = anna.saved.length
  type('x')
  await until('Anna types on', () => anna.saved.length > answered, ms)
}

/** Nine bytes: no structs, and one character of this client id deleted. */
const deletionOf = (client: number, clock: number) => updateFrame(frame(0, 1, client, 1, clock, 1))

async function mallory(): Promise<RawSocket> {
  const socket = await rawSocket(host, table, 'epoch=1&person=per_mallory&name=Mallory')
  await until('begun', () => socket.received.length > 0)
  return socket
}

/** How often a document was made with the look that only a shadow has. */
function countShadows(): () => number {
  const on = vi.spyOn(Y.Doc.prototype, 'on')
  return () => on.mock.calls.filter(([event]) => String(event) === 'afterTransaction').length
}
afterEach(() => void vi.restoreAllMocks())

test('[threat 9] deletions of what never came make no shadow, however many wait and whoever types', async () => {
  const shadows = countShadows()
  const socket = await mallory()
  for (let i = 0; i < 60; i++) socket.ws.send(deletionOf(12_345 + i, 5))
  for (let i = 0; i < 20; i++) await typesOn()
  expect(shadows()).toBe(0)
  expect(socket.code()).toBeNull()
  socket.ws.terminate()
})

test('more waits than is kept: its sender is sent away, and only its sender', async () => {
  const shadows = countShadows()
  const socket = await mallory()
  for (let i = 0; i < 70; i++) socket.ws.send(deletionOf(12_345 + i, 5))
  await until('sent away', () => socket.code() !== null)
  await typesOn()
  expect(shadows()).toBe(0)
  expect(anna.closed).toEqual([])
})

test('a deletion that came before what it deletes is done once that is there', async () => {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(anna.doc))
  const steps: Uint8Array[] = []
  other.on('update', (update) => void steps.push(update))
  titleIn(other).insert(0, 'even')
  titleIn(other).delete(0, 4)
  titleIn(other).insert(0, 'Heel ')
  const socket = await mallory()
  for (const step of steps.toReversed()) socket.ws.send(updateFrame(step))
  await until('all of it is in the text', () => readTable(anna.doc)['agr_1']?.title === 'Heel Vroeg')
  expect(socket.code()).toBeNull()
  socket.ws.terminate()
})

test('[threat 9] whoever makes us rebuild waits longer each time, also over a new line, and others do not', async () => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('x'.repeat(100_000))])
  bodyOf(anna.doc, 'agr_1', 'text').push([paragraph])
  await typesOn()
  const shadows = countShadows()
  const bad = updateFrame(
    (() => {
      const doc = new Y.Doc()
      doc.getMap('anders').set('a', 1)
      return Y.encodeStateAsUpdate(doc)
    })(),
  )
  const end = performance.now() + 3_000
  while (performance.now() < end) {
    const socket = await mallory()
    socket.ws.send(bad)
    await typesOn(900)
    socket.ws.terminate()
  }
  // a hundred kilobytes each: three at once, and after that one in five seconds
  expect(shadows()).toBeGreaterThan(0)
  expect(shadows()).toBeLessThanOrEqual(5)
})

test('who types faster than hands can is slowed down and loses nothing', async () => {
  const bram = editor(host, table, { person: 'per_bram' })
  await until('synced', () => bram.provider.synced)
  for (let i = 0; i < 400; i++) titleIn(bram.doc).insert(0, 'b')
  await typesOn()
  await until('all of it is stored', () => bram.saved.length >= 401, 10_000)
  expect(bram.closed).toEqual([])
  expect(readTable(anna.doc)['agr_1']?.title).toContain('b'.repeat(400))
  bram.stop()
})

test('a stock client that typed through a hang of twenty seconds loses nothing', async () => {
  const bram = editor(host, table, { person: 'per_bram' })
  await until('synced', () => bram.provider.synced)
  // eight letters a second for twenty seconds, three times over, all of which come at once when the line is free
  const lines = 480
  for (let i = 0; i < lines; i++) titleIn(bram.doc).insert(0, i % 2 ? 'a' : 'b')
  await until('stored', () => bram.saved.length > lines, 20_000)
  expect(bram.closed).toEqual([])
  await until('Anna sees all of it', () => (readTable(anna.doc)['agr_1']?.title ?? '').length === lines + 5)
  bram.stop()
}, 30_000)

test('a held change that is refused when its part comes takes nothing from what was stored with that part', async () => {
  const maker = new Y.Doc()
  const steps: Uint8Array[] = []
  Y.applyUpdate(maker, Y.encodeStateAsUpdate(anna.doc))
  maker.on('update', (update: Uint8Array) => void steps.push(update))
  titleIn(maker).insert(0, 'P')
  // builds on the letter before it, and breaks the shape
  titleIn(maker).format(0, 1, { bold: true })
  const [part, bad] = steps
  if (!part || !bad) throw new Error('no two steps')
  const [first, second] = [await mallory(), await mallory()]
  first.ws.send(updateFrame(bad))
  await pause(50)
  const answered = anna.saved.length
  second.ws.send(updateFrame(part))
  for (const letter of 'samen') type(letter)
  await until('refused', () => first.code() !== null)
  await until('hers are stored', () => anna.saved.length >= answered + 5)
  await typesOn()
  await typesOn()
  expect(readTable(anna.doc)['agr_1']?.title).toContain('nemas')
  second.ws.terminate()
})
