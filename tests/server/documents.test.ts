import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { agreementsOf } from '../../shared/agreement/document.ts'
import { addAgreement, readTable, titleOf } from '../../shared/agreement/text.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { DocumentStore } from '../../server/store/store.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'
import { DIALOGUE, editor, freshTable, hostDocuments, rawSocket, until } from '../support/documents.ts'
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
const synced = (one: Editor) => until(() => one.provider.synced, 'synced')
const title = (one: Editor): string => readTable(one.doc)[0]?.title ?? ''
const typeTitle = (one: Editor, text: string) => {
  const agreement = agreementsOf(one.doc).get(0)
  const line = titleOf(agreement)
  line?.insert(line.length, text)
}
const storedUpdates = async (table: string) =>
  database.db.selectFrom('yjs_updates').selectAll().where('table_id', '=', table).orderBy('seq').execute()
const hashOf = async (table: string) =>
  JSON.stringify(await host.documents.text(table, DIALOGUE)) + (await storedUpdates(table)).length

describe('writing together', () => {
  test('what one person types is seen by the other, and both end with the same text', async () => {
    const table = freshTable()
    const [anna, bram] = [open(table), open(table, { person: 'per_bram', name: 'Bram' })]
    await Promise.all([synced(anna), synced(bram)])
    addAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
    await until(() => title(bram) === 'Vroeg', 'Bram sees the title')
    typeTitle(anna, ' samen')
    typeTitle(bram, ' aan tafel')
    await until(() => title(anna).length === 21 && title(anna) === title(bram), 'the same on both sides')
  })

  test('a keystroke is in the database before a peer sees it', async () => {
    const seen: number[] = []
    const committed: number[] = []
    const store: DocumentStore = {
      ...database.store,
      append: async (...args) => {
        const numbers = await database.store.append(...args)
        committed.push(...numbers)
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
      addAgreement(anna.doc, { id: 'agr_1' })
      for (let i = 0; i < 20; i++) typeTitle(anna, 'x')
      await until(() => title(bram).length === 20, 'all seen')
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
    addAgreement(anna.doc, { id: 'agr_1' })
    for (let i = 0; i < 50; i++) typeTitle(anna, String(i % 10))
    await until(() => anna.saved.length >= 52, 'all acknowledged')
    // Nothing of the first server is closed or flushed: the second reads what was committed.
    const second = await hostDocuments(database.store)
    const text = await second.documents.text(table, DIALOGUE)
    expect(text[0]?.title).toBe(title(anna))
    expect(Math.max(...anna.saved)).toBe((await storedUpdates(table)).at(-1)?.seq)
    await second.stop()
  })

  test('a document comes back from snapshot and tail, and keeps the last two snapshots', async () => {
    const fast = await hostDocuments(database.store, { updates: { perSecond: 10_000, burst: 10_000 } })
    const table = freshTable()
    const anna = editor(fast, table)
    editors.push(anna)
    await synced(anna)
    addAgreement(anna.doc, { id: 'agr_1' })
    for (let round = 1; round <= 5; round++) {
      for (let i = 0; i < 130; i++) typeTitle(anna, 'a')
      await until(() => anna.saved.length >= 2 + round * 130, 'acknowledged')
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
    expect((await host.documents.text(table, DIALOGUE))[0]?.title).toBe('a'.repeat(650))
  })
})

describe('who may read and write', () => {
  test('a reader gets the text and changes nothing, whatever they send', async () => {
    const table = freshTable()
    const anna = open(table)
    await synced(anna)
    addAgreement(anna.doc, { id: 'agr_1', title: 'Vast' })
    await until(() => anna.saved.length >= 2, 'stored')
    const before = await hashOf(table)
    const reader = open(table, { person: 'per_kees', right: 'read' })
    await until(() => title(reader) === 'Vast', 'read')
    typeTitle(reader, ' gewijzigd')
    typeTitle(anna, '!')
    await until(() => title(reader).includes('!'), 'still reading')
    expect(title(anna)).toBe('Vast!')
    expect(await hashOf(table)).not.toBe(before)
    expect(readTable(anna.doc)).toEqual(await host.documents.text(table, DIALOGUE))
  })

  test('[threat 6] who is moved gets no byte after the answer, and their socket is closed', async () => {
    const table = freshTable()
    const anna = open(table)
    const moved = open(table, { person: 'per_bram' })
    await Promise.all([synced(anna), synced(moved)])
    addAgreement(anna.doc, { id: 'agr_1', title: 'Samen' })
    await until(() => title(moved) === 'Samen', 'both')
    await host.documents.recheck(DIALOGUE, (person) => (person === 'per_bram' ? 'none' : 'write'))
    const bytes = Y.encodeStateAsUpdate(moved.doc).length
    typeTitle(anna, ' geheim')
    await until(() => anna.saved.length >= 3, 'stored')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(Y.encodeStateAsUpdate(moved.doc)).toHaveLength(bytes)
    expect(moved.closed).toEqual([CLOSE.forbidden])
    expect(moved.provider.shouldConnect).toBe(false)
  })

  test('who loses the right to write goes on reading', async () => {
    const table = freshTable()
    const anna = open(table)
    const bram = open(table, { person: 'per_bram' })
    await Promise.all([synced(anna), synced(bram)])
    addAgreement(anna.doc, { id: 'agr_1', title: 'A' })
    await until(() => title(bram) === 'A', 'both')
    await host.documents.recheck(DIALOGUE, (person) => (person === 'per_bram' ? 'read' : 'write'))
    typeTitle(bram, 'B')
    typeTitle(anna, 'C')
    await until(() => title(bram).includes('C'), 'still reads')
    expect(title(anna)).toBe('AC')
  })

  test('[threat 11] a tab of an earlier epoch is told to throw its text away, and brings nothing back', async () => {
    const table = freshTable()
    const old = open(table)
    await synced(old)
    addAgreement(old.doc, { id: 'agr_1', title: 'Oud' })
    await until(() => old.saved.length >= 2, 'stored')
    old.provider.disconnect()
    await database.db
      .updateTable('documents')
      .set({ epoch: 2, seq: 0 })
      .where('table_id', '=', table)
      .execute()
    const fresh = open(table, { epoch: '2' })
    await until(() => fresh.closed.length > 0, 'the node notices that it was behind')
    fresh.provider.connect()
    await synced(fresh)
    typeTitle(old, ' en ongewenst')
    old.provider.connect()
    await until(() => old.closed.includes(CLOSE.stale), 'told')
    expect(readTable(fresh.doc)).toEqual([])
    expect(await host.documents.text(table, DIALOGUE)).toEqual([])
  })
})

test('a server that is closing down takes nobody in any more', async () => {
  const table = freshTable()
  const anna = open(table)
  await synced(anna)
  await host.documents.close()
  await until(() => anna.closed.includes(1001), 'sent away')
  await expect(rawSocket(host, table)).rejects.toThrow()
})
