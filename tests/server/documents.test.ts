import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { readTable, titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import { updateFrame } from '../support/frames.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'
import { DIALOGUE, editor, freshTable, hostDocuments, rawSocket, rights } from '../support/documents.ts'
import { until } from '../support/until.ts'
import type { DocumentsHost, Editor } from '../support/documents.ts'

let database: DocumentsDatabase
let host: DocumentsHost
let editors: Editor[] = []

beforeAll(async () => void (database = await documentsDatabase(inject('databaseUrl'))))
afterAll(() => database.close())
beforeEach(async () => void (host = await hostDocuments(database.store)))
afterEach(async () => {
  for (const one of editors) one.stop()
  editors = []
  await host.stop()
})

const open = (table: string, params?: Record<string, string>): Editor => {
  const one = editor(host, table, params)
  editors.push(one)
  return one
}
const synced = (one: Editor) => until('synced', () => one.provider.synced)
const title = (one: Editor): string => readTable(one.doc)['agr_1']?.title ?? ''
const typeTitle = (one: Editor, text: string) => {
  const line = titleOf(one.doc, 'agr_1')
  line.insert(line.length, text)
}
const storedUpdates = async (table: string) =>
  database.db.selectFrom('yjs_updates').selectAll().where('table_id', '=', table).orderBy('seq').execute()

describe('writing together', () => {
  test('what one person types is seen by the other, and both end with the same text', async () => {
    const table = freshTable()
    const [anna, bram] = [open(table), open(table, { person: 'per_bram', name: 'Bram' })]
    await Promise.all([synced(anna), synced(bram)])
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
    await until('Bram sees the title', () => title(bram) === 'Vroeg')
    typeTitle(anna, ' samen')
    typeTitle(bram, ' aan tafel')
    await until('the same on both sides', () => title(anna).length === 21 && title(anna) === title(bram))
  })

  test('a keystroke is in the database before a peer sees it', async () => {
    const seen: number[] = []
    const committed: number[] = []
    const store: DocumentStore = {
      ...database.store,
      append: async (...args) => {
        const numbers = await database.store.append(...args)
        committed.push(...(numbers ?? []))
        return numbers
      },
    }
    const own = await hostDocuments(store)
    const table = freshTable()
    const anna = editor(own, table)
    const bram = editor(own, table, { person: 'per_bram' })
    try {
      await Promise.all([synced(anna), synced(bram)])
      bram.doc.on('update', () => seen.push(committed.length))
      for (let i = 0; i < 20; i++) typeTitle(anna, 'x')
      await until('all seen', () => title(bram).length === 20)
      expect(seen.every((stored, index) => stored >= index + 1)).toBe(true)
    } finally {
      anna.stop()
      bram.stop()
      await own.stop()
    }
  })

  test('every acknowledged keystroke is there after the server is gone without goodbye', async () => {
    const table = freshTable()
    const anna = open(table)
    await synced(anna)
    for (let i = 0; i < 50; i++) typeTitle(anna, String(i % 10))
    await until('all acknowledged', () => anna.saved.length >= 51)
    // Nothing of the first server is closed or flushed: the second reads what was committed.
    const second = await hostDocuments(database.store)
    const text = await second.documents.text(table, DIALOGUE)
    expect(text['agr_1']?.title).toBe(title(anna))
    expect(Math.max(...anna.saved)).toBe((await storedUpdates(table)).at(-1)?.seq)
    await second.stop()
  })

  test('a document comes back from snapshot and tail, and keeps the last two snapshots', async () => {
    const fast = await hostDocuments(database.store, { updates: { perSecond: 10_000, burst: 10_000 } })
    const table = freshTable()
    const anna = editor(fast, table)
    editors.push(anna)
    await synced(anna)
    for (let round = 1; round <= 5; round++) {
      for (let i = 0; i < 130; i++) typeTitle(anna, 'a')
      await until('acknowledged', () => anna.saved.length >= 1 + round * 130)
    }
    await fast.stop()
    const snapshots = await database.db
      .selectFrom('yjs_snapshots')
      .select('seq')
      .where('table_id', '=', table)
      .orderBy('seq')
      .execute()
    expect(snapshots).toHaveLength(2)
    expect((await storedUpdates(table))[0]?.seq).toBe((snapshots[0]?.seq ?? 0) + 1)
    expect((await host.documents.text(table, DIALOGUE))['agr_1']?.title).toBe('a'.repeat(650))
  })
})

describe('who may read and write', () => {
  test('a reader gets the text and changes nothing: who sends a change all the same is told, once', async () => {
    const table = freshTable()
    const anna = open(table)
    await synced(anna)
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Vast' })
    await until('stored', () => anna.saved.length >= 2)
    const before = await storedUpdates(table)
    const reader = open(table, { person: 'per_kees', right: 'read' })
    await until('read', () => title(reader) === 'Vast')
    typeTitle(anna, '!')
    await until('still reading', () => title(reader) === 'Vast!')
    typeTitle(reader, ' gewijzigd')
    await until('told', () => reader.closed.length > 0)
    await pause(1_500)
    expect(reader.closed).toEqual([CLOSE.locked])
    expect(title(anna)).toBe('Vast!')
    expect(await storedUpdates(table)).toHaveLength(before.length + 1)
    expect(readTable(anna.doc)).toEqual(await host.documents.text(table, DIALOGUE))
  })

  test('[threat 6] who is moved gets no byte after the answer, and their socket is closed', async () => {
    const table = freshTable()
    const anna = open(table)
    const moved = open(table, { person: 'per_bram' })
    await Promise.all([synced(anna), synced(moved)])
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Samen' })
    await until('both', () => title(moved) === 'Samen')
    await host.documents.recheck(DIALOGUE, (person) => (person === 'per_bram' ? null : rights()))
    const bytes = Y.encodeStateAsUpdate(moved.doc).length
    typeTitle(anna, ' geheim')
    await until('stored', () => anna.saved.length >= 3)
    await pause(100)
    expect(Y.encodeStateAsUpdate(moved.doc)).toHaveLength(bytes)
    expect(moved.closed).toEqual([CLOSE.forbidden])
    expect(moved.provider.shouldConnect).toBe(false)
  })

  test('who loses the right to write goes on reading, and what they write after it is refused', async () => {
    const table = freshTable()
    const anna = open(table)
    const bram = open(table, { person: 'per_bram' })
    await Promise.all([synced(anna), synced(bram)])
    writeAgreement(anna.doc, { id: 'agr_1', title: 'A' })
    await until('both', () => title(bram) === 'A')
    await host.documents.recheck(DIALOGUE, (person) => (person === 'per_bram' ? rights([]) : rights()))
    typeTitle(anna, 'C')
    await until('still reads', () => title(bram) === 'AC')
    typeTitle(bram, 'B')
    await until('told', () => bram.closed.length > 0)
    expect(bram.closed).toEqual([CLOSE.locked])
    expect(title(anna)).toBe('AC')
  })

  test('who may write only later is asked what they have, and it is stored', async () => {
    const table = freshTable()
    const anna = open(table, { right: 'read' })
    await synced(anna)
    anna.provider.disconnect()
    typeTitle(anna, 'Onderweg')
    // the page holds it back as long as it may not be sent
    const socket = await rawSocket(host, table, 'epoch=1&right=read')
    await host.documents.recheck(DIALOGUE, () => rights())
    const asked = await until('asked', () => socket.received.find(([kind, step]) => kind === 0 && step === 0))
    expect(asked.length).toBeGreaterThan(2)
    socket.ws.send(updateFrame(Y.encodeStateAsUpdate(anna.doc)))
    await until('answered', () => socket.received.some(([kind]) => kind === 100))
    expect((await host.documents.text(table, DIALOGUE))['agr_1']?.title).toBe('Onderweg')
    socket.ws.terminate()
  })

  test('[threat 11] a tab of an earlier epoch is told to throw its text away, and brings nothing back', async () => {
    const table = freshTable()
    const old = open(table)
    await synced(old)
    writeAgreement(old.doc, { id: 'agr_1', title: 'Oud' })
    await until('stored', () => old.saved.length >= 2)
    old.provider.disconnect()
    await database.db
      .updateTable('documents')
      .set({ epoch: 2, seq: 0 })
      .where('table_id', '=', table)
      .execute()
    const fresh = open(table, { epoch: '2' })
    await until('the node notices that it was behind', () => fresh.closed.length > 0)
    fresh.provider.connect()
    await synced(fresh)
    typeTitle(old, ' en ongewenst')
    old.provider.connect()
    await until('told', () => old.closed.includes(CLOSE.stale))
    expect(readTable(fresh.doc)).toEqual({})
    expect(await host.documents.text(table, DIALOGUE)).toEqual({})
  })
})

test('a server that is closing down takes nobody in any more', async () => {
  const table = freshTable()
  const anna = open(table)
  await synced(anna)
  await host.documents.close()
  await until('sent away', () => anna.closed.includes(1001))
  await expect(rawSocket(host, table)).rejects.toThrow()
})
