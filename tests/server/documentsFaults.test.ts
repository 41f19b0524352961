import { setTimeout as pause } from 'node:timers/promises'
import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { createDocumentStore } from '../../server/store/documents.ts'
import { bodyOf, openAgreement, readTable, titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { CLOSE } from '../../shared/wire.ts'
import { documentsDatabase, openTables, type DocumentsDatabase } from '../support/documentsDb.ts'
import { DIALOGUE, editor, freshTable, hostDocuments, rawSocket } from '../support/documents.ts'
import { until } from '../support/until.ts'
import type { DocumentsHost, Editor } from '../support/documents.ts'
import { gateBefore } from '../support/gate.ts'

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

const open = (table: string, params?: Record<string, string>, at = host): Editor => {
  const one = editor(at, table, params)
  editors.push(one)
  return one
}
const synced = (one: Editor) => until('synced', () => one.provider.synced)
const title = (one: Editor): string => readTable(one.doc)['agr_1']?.title ?? ''
const type = (one: Editor, text: string) => {
  const line = titleOf(one.doc, 'agr_1')
  line.insert(line.length, text)
}
/** A document with one agreement, written and let go of by everybody. */
async function written(words: string): Promise<string> {
  const table = freshTable()
  const anna = open(table)
  await synced(anna)
  for (const letter of words) type(anna, letter)
  await until('stored', () => anna.saved.length >= words.length + 1)
  anna.stop()
  return table
}
/** A new node that has nothing in memory. */
async function restarted<T>(work: (fresh: DocumentsHost) => Promise<T>): Promise<T> {
  const fresh = await hostDocuments(database.store)
  try {
    return await work(fresh)
  } finally {
    await fresh.stop()
  }
}
const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  copy[copy.length - 2] = (copy[copy.length - 2] ?? 0) ^ 0x55
  return copy
}

describe('[fault 19] damage in the database', () => {
  test('a damaged update sets that document apart and no other; it is never stored empty', async () => {
    const [damaged, sound] = [await written('kapot'), await written('heel')]
    const update = database.db.selectFrom('yjs_updates').selectAll().where('table_id', '=', damaged)
    const third = await update.where('seq', '=', 3).executeTakeFirstOrThrow()
    await database.db
      .updateTable('yjs_updates')
      .set({ update: flipped(third.update) })
      .where('table_id', '=', damaged)
      .where('seq', '=', 3)
      .execute()
    const before = (await update.execute()).length
    await restarted(async (fresh) => {
      const one = open(damaged, {}, fresh)
      await until('told', () => one.closed.includes(CLOSE.broken))
      const other = open(sound, {}, fresh)
      await until('the other text is there', () => title(other) === 'heel')
      await expect(fresh.documents.text(damaged, DIALOGUE)).rejects.toThrow(/damaged/)
    })
    expect((await update.execute()).length).toBe(before)
    expect(
      await database.db.selectFrom('yjs_snapshots').select('seq').where('table_id', '=', damaged).execute(),
    ).toEqual([])
  })

  test('a row that is missing is noticed', async () => {
    const table = await written('weg')
    await database.db.deleteFrom('yjs_updates').where('table_id', '=', table).where('seq', '=', 2).execute()
    await restarted((fresh) => expect(fresh.documents.text(table, DIALOGUE)).rejects.toThrow(/missing/))
  })

  test('the end of the log that is missing is noticed', async () => {
    const table = await written('einde')
    await database.db.deleteFrom('yjs_updates').where('table_id', '=', table).where('seq', '>', 3).execute()
    await restarted((fresh) => expect(fresh.documents.text(table, DIALOGUE)).rejects.toThrow(/ends before/))
  })

  test('a damaged snapshot costs nothing: the one before it and the log give the same text', async () => {
    const table = await written('begin')
    for (const words of [' midden', ' slot']) {
      await restarted(async (fresh) => {
        const one = open(table, {}, fresh)
        await synced(one)
        for (const letter of words) type(one, letter)
        await until('stored', () => one.saved.length >= words.length + 1)
      })
    }
    const newest = await database.db
      .selectFrom('yjs_snapshots')
      .selectAll()
      .where('table_id', '=', table)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    await database.db
      .updateTable('yjs_snapshots')
      .set({ state: flipped(newest.state) })
      .where('table_id', '=', table)
      .where('seq', '=', newest.seq)
      .execute()
    await restarted(async (fresh) => {
      expect((await fresh.documents.text(table, DIALOGUE))['agr_1']?.title).toBe('begin midden slot')
    })
  })
})

describe('[fault 6] the database is away', () => {
  test('nothing is acknowledged or shown, a limit is kept, and it goes on by itself', async () => {
    const gate = await gateBefore(database.url)
    const db = openTables(gate.url)
    const away = await hostDocuments(createDocumentStore(db))
    const table = freshTable()
    const anna = open(table, {}, away)
    const bram = open(table, { person: 'per_bram' }, away)
    // comes back with all of it when refused, and gets the text as seldom then as whoever asks too much
    const kees = open(table, { person: 'per_kees' }, away)
    const all = [anna, bram, kees]
    try {
      await Promise.all(all.map(synced))
      writeAgreement(anna.doc, { id: 'agr_1', title: 'A' })
      // the answer to whoever wrote it comes over another line than the words to the others
      await until('stored', () => anna.saved.length >= 2)
      await until('shown', () => all.every((one) => title(one) === 'A'))
      const answered = anna.saved.length
      gate.shut()
      type(anna, 'B')
      await pause(500)
      expect(anna.saved).toHaveLength(answered)
      expect(title(bram)).toBe('A')

      const text = bodyOf(kees.doc, 'agr_1', 'text')
      for (let i = 0; i < 8 && kees.closed.length === 0; i++) {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText('y'.repeat(200_000))])
        text.push([paragraph])
        await pause(20)
      }
      await until('refused beyond the limit', () => kees.closed.includes(1013))

      gate.open()
      await until('stored after all', () => anna.saved.length > answered, 10_000)
      await until('and shown', () => title(bram) === 'AB', 10_000)
    } finally {
      for (const one of all) one.stop()
      await away.stop()
      await db.destroy()
      await gate.stop()
    }
  })
})

describe('[fault 17] a slow reader', () => {
  test('is brought up to date in one go, and holds nobody up', async () => {
    const own = await hostDocuments(database.store, {
      resyncBytes: 64 * 1024,
      updates: { perSecond: 1e6, burst: 1e6 },
    })
    const table = freshTable()
    const anna = open(table, {}, own)
    await synced(anna)
    writeAgreement(anna.doc, { id: 'agr_1', title: 'A' })
    const slow = await rawSocket(own, table, 'epoch=1&person=per_slow&right=read')
    const copy = new Y.Doc()
    const read = () => {
      for (const bytes of slow.received.splice(0)) {
        if (bytes[0] === 0 && bytes[1] !== 0) Y.applyUpdate(copy, payload(bytes))
      }
      return readTable(copy)['agr_1']?.title
    }
    slow.ws.send(sync(0, Y.encodeStateVector(copy)))
    await until('the text has come in', () => read() === 'A')
    slow.ws.pause()
    const text = bodyOf(anna.doc, 'agr_1', 'text')
    for (let i = 0; i < 60; i++) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('z'.repeat(150_000))])
      text.push([paragraph])
      text.delete(text.length - 1, 1)
      await until('nobody waits', () => anna.saved.length >= 4 + 2 * i)
    }
    type(anna, '!')
    await until('nobody waits', () => anna.saved.length >= 123)
    slow.ws.resume()
    // without asking for anything: what it missed comes by itself, and nothing is left waiting for a part that never comes
    await until('up to date', () => read() === 'A!', 10_000)
    expect(copy.store.pendingStructs).toBeNull()
    slow.ws.terminate()
    await own.stop()
  })
})

function sync(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
/** Behind the two bytes of a sync frame stands a length. */
function payload(bytes: Uint8Array): Uint8Array {
  let at = 2
  while ((bytes[at] ?? 0) >= 128) at++
  return bytes.slice(at + 1)
}

test('[fault 18] updates in any order, some of them twice, give the same text and leave nothing waiting', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(40), fc.string({ minLength: 1, maxLength: 3 })), {
        minLength: 3,
        maxLength: 12,
      }),
      fc.infiniteStream(fc.nat(1_000)),
      async (edits, chance) => {
        const random = chance[Symbol.iterator]()
        const pick = (below: number) => (random.next().value as number) % below
        const table = freshTable()
        const doc = new Y.Doc()
        openAgreement(doc, 'agr_1')
        const updates: Uint8Array[] = []
        doc.on('update', (update: Uint8Array) => updates.push(update))
        writeAgreement(doc, { id: 'agr_1', title: 'Samen' })
        for (const [at, text] of edits) {
          const line = titleOf(doc, 'agr_1')
          line.insert(Math.min(at, line.length), text)
        }
        const shuffled = [...updates, ...updates.filter(() => pick(2) === 0)]
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = pick(i + 1)
          ;[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!]
        }
        const socket = await rawSocket(host, table)
        for (const update of shuffled) socket.ws.send(sync(2, update))
        const expected = readTable(doc)
        await until('the same text', async () => {
          const text = await host.documents.text(table, DIALOGUE)
          return JSON.stringify(text) === JSON.stringify(expected)
        })
        const answers = () => socket.received.filter((bytes) => bytes[0] === 100).length
        await until('every update answered', () => answers() === shuffled.length)
        socket.ws.terminate()
        await restarted(async (fresh) =>
          expect(await fresh.documents.text(table, DIALOGUE)).toEqual(expected),
        )
      },
    ),
    { numRuns: 25, endOnFailure: true },
  )
}, 60_000)
