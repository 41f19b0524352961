import { setTimeout as pause } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import * as Y from 'yjs'
import { bodyOf, readTable, titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { CLOSE } from '../../shared/wire.ts'
import { frame } from '../support/frames.ts'
import { documentsDatabase, type DocumentsDatabase } from '../support/documentsDb.ts'
import { DIALOGUE, annaAtTable, editor, freshTable, hostDocuments, rawSocket } from '../support/documents.ts'
import { until } from '../support/until.ts'
import type { DocumentsHost, Editor } from '../support/documents.ts'

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

const rows = () => database.db.selectFrom('yjs_updates').select('seq').where('table_id', '=', table).execute()
const type = (text: string) => titleOf(anna.doc, 'agr_1').insert(0, text)

/** An update made by a document that knows what is stored. */
function updateBy(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc))
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}
const valid = () => updateBy((doc) => titleOf(doc, 'agr_1').insert(0, 'ja '))

/** Send one frame as somebody else; the code the socket is closed with. */
async function attack(bytes: Uint8Array): Promise<number | null> {
  const socket = await rawSocket(host, table, 'epoch=1&person=per_mallory&name=Mallory')
  await until('the server has begun', () => socket.received.length > 0)
  socket.ws.send(bytes)
  await until('closed', () => socket.code() !== null)
  return socket.code()
}

/** The attack costs nobody anything: no row, no byte of memory to speak of, and Anna types on. */
async function harmless(bytes: Uint8Array, codes: number[]): Promise<void> {
  const before = (await rows()).length
  const memory = process.memoryUsage().rss
  expect(codes).toContain(await attack(bytes))
  expect((await rows()).length).toBe(before)
  expect(process.memoryUsage().rss - memory).toBeLessThan(50 * 1024 * 1024)
  const answered = anna.saved.length
  type('x')
  await until('Anna types on', () => anna.saved.length > answered, 1_000)
  expect(anna.closed).toEqual([])
}

describe('[threat 9] frames no editor sends', () => {
  test('a count of structs far beyond the bytes', () =>
    harmless(frame(0, 2, frame(1, 33_554_432, 7, 0)), [1008]))
  test('a count of structs far beyond the bytes, in the second client', () =>
    harmless(frame(0, 2, frame(2, 0, 7, 0, 33_554_432, 8, 0)), [1008]))
  test('a count of clients far beyond the bytes', () => harmless(frame(0, 2, frame(33_554_432, 1)), [1008]))
  test('a count of deletions far beyond the bytes', () =>
    harmless(frame(0, 2, frame(0, 1, 7, 33_554_432)), [1008]))
  test('an update cut short', () => harmless(frame(0, 2, valid().slice(0, 12)), [1008]))
  test('an inner length beyond the frame', () => harmless(frame(0, 2, 60_000, 1), [1008]))
  test('an unknown sync step', () => harmless(frame(0, 9, valid()), [1008]))
  test('an empty frame', () => harmless(new Uint8Array(), [1008]))
  test('a text frame', async () => {
    const socket = await rawSocket(host, table, 'epoch=1&person=per_mallory')
    await until('begun', () => socket.received.length > 0)
    socket.ws.send('hallo')
    await until('closed', () => socket.code() !== null)
    expect(socket.code()).toBe(1003)
  })
  test('a state vector with a count far beyond the bytes', () =>
    harmless(frame(0, 0, frame(33_554_432, 1)), [1008]))
  test('one byte more than a frame may have', () => harmless(new Uint8Array(256 * 1024 + 1), [1009]))
  test('a megabyte', () => harmless(new Uint8Array(1024 * 1024), [1009]))
  test('random bytes, many times', async () => {
    let seed = 20_261_124
    const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
    for (let round = 0; round < 20; round++) {
      const noise = Uint8Array.from({ length: 5 + (random() % 200) }, () => random() % 256)
      const socket = await rawSocket(host, table, 'epoch=1&person=per_mallory')
      await until('begun', () => socket.received.length > 0)
      socket.ws.send(frame(0, 2, noise))
      await pause(10)
      socket.ws.terminate()
    }
    type('x')
    await until('Anna types on', () => anna.saved.length >= 3, 1_000)
    expect(readTable(anna.doc)['agr_1']?.title).toBe('xVroeg')
  })
})

describe('[threat 10] changes that break the shape', () => {
  test('another root', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => doc.getMap('anders').set('a', 1)),
      ),
      [1008],
    ))
  test('keys in a title', () =>
    harmless(
      frame(
        0,
        2,
        byItself((doc) => doc.getMap('agr_1/title').set('sleutel', 'waarde')),
      ),
      [1008],
    ))
  test('keys in a text', () =>
    harmless(
      frame(
        0,
        2,
        byItself((doc) => doc.getMap('agr_1/text').set('sleutel', 'waarde')),
      ),
      [1008],
    ))
  test('words of an agreement that the dialogue does not know', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => writeAgreement(doc, { id: 'agr_9', title: 'Los' })),
      ),
      [1008],
    ))
  test('the list of agreements of a release before', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => doc.getArray('agreements').push([new Y.Map()])),
      ),
      [1008],
    ))
  test('an agreement with a field of its own', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => doc.getText('agr_1/author').insert(0, 'Anna')),
      ),
      [1008],
    ))
  test('a field of another kind', () =>
    harmless(
      frame(
        0,
        2,
        byItself((doc) => doc.getText('agr_1/text').insert(0, 'plat')),
      ),
      [1008],
    ))
  test('an element that is no paragraph', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => bodyOf(doc, 'agr_1', 'text').push([new Y.XmlElement('script')])),
      ),
      [1008],
    ))
  test('an attribute on a paragraph', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => {
          const paragraph = new Y.XmlElement('paragraph')
          paragraph.setAttribute('onclick', 'x')
          bodyOf(doc, 'agr_1', 'text').push([paragraph])
        }),
      ),
      [1008],
    ))
  test('a mark in the title', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => titleOf(doc, 'agr_1').format(0, 2, { bold: true })),
      ),
      [1008],
    ))
  test('a title as long as a book', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => titleOf(doc, 'agr_1').insert(0, 'a'.repeat(5_000))),
      ),
      [1008, 1009],
    ))
  test('words under the client id of somebody else', () =>
    harmless(
      frame(
        0,
        2,
        updateBy((doc) => {
          doc.clientID = anna.doc.clientID
          titleOf(doc, 'agr_1').insert(0, 'zogenaamd Anna')
        }),
      ),
      [CLOSE.taken],
    ))
  test('a document that grows past its limit', async () => {
    const own = await hostDocuments(database.store, { updates: { perSecond: 1e6, burst: 1e6 } })
    const big = freshTable()
    const filler = editor(own, big)
    await until('synced', () => filler.provider.synced)
    const text = bodyOf(filler.doc, 'agr_1', 'text')
    for (let i = 0; i < 12 && filler.closed.length === 0; i++) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('x'.repeat(200_000))])
      const answered = filler.saved.length
      text.push([paragraph])
      await until('stored or refused', () => filler.saved.length > answered || filler.closed.length > 0)
    }
    await until('refused', () => filler.closed.includes(1009))
    filler.stop()
    const stored = await own.documents.text(big, DIALOGUE)
    expect(JSON.stringify(stored).length).toBeLessThan(2 * 1024 * 1024)
    expect(JSON.stringify(stored).length).toBeGreaterThan(1_500_000)
    await own.stop()
  })
})

/** By a document that knows nothing of ours: a root can be used as another kind. */
function byItself(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

describe('[threat 8] who is who', () => {
  const awareness = (client: number, clock: number, state: unknown): Uint8Array => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
    return frame(1, encoding.toUint8Array(encoder))
  }

  test('nobody speaks for another, and names come from the server', async () => {
    const bram = editor(host, table, { person: 'per_bram', name: 'Bram' })
    await until('synced', () => bram.provider.synced)
    bram.provider.awareness.setLocalStateField('user', {
      name: 'Wethouder',
      color: '#000000',
      person: 'per_anna',
    })
    const seen = () => anna.provider.awareness.getStates().get(bram.doc.clientID)
    await until('Anna sees Bram', () => seen()?.user !== undefined)
    expect(seen()?.user).toMatchObject({ name: 'Bram', person: 'per_bram' })

    const mallory = await rawSocket(host, table, 'epoch=1&person=per_mallory&name=Mallory')
    mallory.ws.send(awareness(4_242, 1, { at: null }))
    await until('Mallory is seen as Mallory', () => anna.provider.awareness.getStates().has(4_242))
    mallory.ws.send(awareness(bram.doc.clientID, 999, null))
    mallory.ws.send(awareness(bram.doc.clientID, 1_000, { user: { name: 'Nep' } }))
    for (let client = 1; client <= 200; client++) mallory.ws.send(awareness(client, 1, { a: client }))
    await pause(200)
    expect(seen()?.user).toMatchObject({ name: 'Bram' })
    expect(anna.provider.awareness.getStates().size).toBe(3)
    mallory.ws.terminate()
    await until('gone with the socket', () => !anna.provider.awareness.getStates().has(4_242))
    bram.stop()
  })

  test('what somebody says about themselves comes back to them, so that a stock client stays', async () => {
    const socket = await rawSocket(host, table, 'epoch=1&person=per_kees')
    await until('begun', () => socket.received.length > 0)
    const before = socket.received.length
    socket.ws.send(awareness(77, 1, { at: null }))
    await until('echo', () =>
      socket.received.slice(before).some((bytes) => bytes[0] === 1 && bytes[3] === 77),
    )
    socket.ws.terminate()
  })

  test('a state too large is nobody', async () => {
    const socket = await rawSocket(host, table, 'epoch=1&person=per_kees')
    await until('begun', () => socket.received.length > 0)
    socket.ws.send(awareness(78, 1, { big: 'x'.repeat(5_000) }))
    await pause(100)
    expect(anna.provider.awareness.getStates().has(78)).toBe(false)
    socket.ws.terminate()
  })
})

test('[threat 16] a fifth socket of one person at one document is refused', async () => {
  const sockets = []
  for (let i = 0; i < 4; i++) sockets.push(await rawSocket(host, table, 'epoch=1&person=per_tabs'))
  const fifth = await rawSocket(host, table, 'epoch=1&person=per_tabs')
  await until('refused', () => fifth.code() !== null)
  expect(fifth.code()).toBe(CLOSE.tooFast)
  for (const one of sockets) one.ws.terminate()
})
