import { setTimeout as pause } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createHub } from '../../server/bus/hub.ts'
import { createDocumentStore } from '../../server/store/documents.ts'
import { bodyOf, readTable, titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { CLOSE } from '../../shared/wire.ts'
import { DIALOGUE, freshTable, hostDocuments, rawSocket } from '../support/documents.ts'
import type { DocumentsHost, Editor } from '../support/documents.ts'
import { openTables } from '../support/documentsDb.ts'
import { updateFrame } from '../support/frames.ts'
import { gateBefore } from '../support/gate.ts'
import { deaf, ownTextNodes, title, typeIn } from '../support/textNodes.ts'
import { until } from '../support/until.ts'

const nodes = ownTextNodes()
const { open, pair } = nodes

const hash = (one: Editor) => Buffer.from(Y.encodeStateAsUpdate(one.doc)).toString('base64')
const storedNumbers = async () => {
  const { from, updates } = await nodes.database.store.load(nodes.table, DIALOGUE)
  return updates.map((row) => row.seq - from)
}

describe.each([
  ['with hints', true],
  ['without hints', false],
])('two nodes, %s', (_name, heard) => {
  test('what is written at either is at both, and every answer is for what is stored', async () => {
    const [one, other] = await pair(heard)
    const [anna, bram] = [await open(one, 'per_anna'), await open(other, 'per_bram')]
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
    await until('it came across', () => title(bram) === 'Vroeg')
    for (let i = 0; i < 10; i++) {
      typeIn(anna, 'a')
      typeIn(bram, 'b')
      await pause(5)
    }
    await until('the same on both sides', () => title(anna).length === 25 && title(anna) === title(bram))
    await until('everything answered', () => anna.saved.length >= 12 && bram.saved.length >= 11)
    const numbers = await storedNumbers()
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(Math.max(...anna.saved, ...bram.saved)).toBe(numbers.length)
    for (const node of [one, other])
      expect((await node.documents.text(nodes.table, DIALOGUE))['agr_1']?.title).toBe(title(anna))
    expect([anna.closed, bram.closed]).toEqual([[], []])
  })

  test('a node that is behind has the words of the other in what is decided on', async () => {
    const [one, other] = await pair(heard)
    const anna = await open(one, 'per_anna')
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
    const bram = await open(other, 'per_bram')
    typeIn(anna, ' samen')
    await until('stored', () => anna.saved.length >= 3)
    const words = await other.documents.words(nodes.table, DIALOGUE, 'agr_1')
    expect(words).toMatchObject({ words: { title: 'Vroeg samen' }, authors: ['per_anna'] })
    expect(bram.closed).toEqual([])
  })

  test('a text that was rebuilt is loaded anew at every node, and nothing of the old is stored', async () => {
    const [one, other] = await pair(heard)
    const [anna, bram] = [await open(one, 'per_anna'), await open(other, 'per_bram')]
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Oud' })
    await until('both', () => title(bram) === 'Oud')
    await nodes.database.db
      .updateTable('documents')
      .set({ epoch: 2, seq: 0 })
      .where('table_id', '=', nodes.table)
      .execute()
    typeIn(bram, ' en ongewenst')
    await until('both are told', () => [anna, bram].every(({ closed }) => closed.includes(CLOSE.stale)))
    expect(await one.documents.text(nodes.table, DIALOGUE)).toEqual({})
  })
})

test('a change is nowhere to be seen before it is in the database', async () => {
  const [one, other] = await pair()
  const [anna, bram] = [await open(one, 'per_anna'), await open(other, 'per_bram')]
  const seen: Promise<[string, string | undefined]>[] = []
  bram.doc.on('update', () => {
    const shown = title(bram)
    const read = nodes.database.store.load(nodes.table, DIALOGUE).then(({ state, updates }) => {
      const doc = new Y.Doc()
      if (state) Y.applyUpdate(doc, state)
      for (const { update } of updates) Y.applyUpdate(doc, update)
      return readTable(doc)['agr_1']?.title
    })
    seen.push(read.then((kept) => [shown, kept]))
  })
  for (const letter of 'abcdef') {
    typeIn(anna, letter)
    await pause(10)
  }
  await until('all seen', () => title(bram) === 'abcdef')
  for (const [shown, kept] of await Promise.all(seen)) expect(kept?.startsWith(shown)).toBe(true)
})

describe('who writes', () => {
  /** A change under a client id of choice, at this node; the code the socket is closed with, or null. */
  async function writeAs(host: DocumentsHost, person: string, client: number): Promise<number | null> {
    const doc = new Y.Doc()
    doc.clientID = client
    writeAgreement(doc, { id: 'agr_1', title: person })
    const socket = await rawSocket(host, nodes.table, `epoch=1&person=${person}`)
    await until('begun', () => socket.received.length > 0)
    socket.ws.send(updateFrame(Y.encodeStateAsUpdate(doc)))
    await until('answered', () => socket.code() !== null || socket.received.some(([kind]) => kind === 100))
    socket.ws.terminate()
    return socket.code()
  }

  test.each([true, false])(
    'a client id that somebody wrote under at another node is theirs here too (hints: %s)',
    async (heard) => {
      const [one, other] = await pair(heard)
      // both have it in memory before anything is written
      await open(other, 'per_bram')
      expect(await writeAs(one, 'per_anna', 4_242)).toBeNull()
      expect(await writeAs(other, 'per_mallory', 4_242)).toBe(CLOSE.taken)
      const authors = await nodes.database.db
        .selectFrom('yjs_authors')
        .selectAll()
        .where('table_id', '=', nodes.table)
        .execute()
      expect(authors.map(({ person_id }) => person_id)).toEqual(['per_anna'])
    },
  )

  test('whoever is somewhere under a client id is the only one who writes under it, at every node', async () => {
    const [one, other] = await pair()
    const anna = await open(one, 'per_anna')
    const bram = await open(other, 'per_bram')
    anna.provider.awareness.setLocalStateField('at', 3)
    await until('seen', () => bram.provider.awareness.getStates().has(anna.doc.clientID))
    expect(await writeAs(other, 'per_mallory', anna.doc.clientID)).toBe(CLOSE.taken)
  })

  test('the same words that come to both nodes, as of who changes lines, stand there once', async () => {
    const [one, other] = await pair(false)
    const anna = await open(one, 'per_anna')
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Een keer' })
    await until('stored', () => anna.saved.length >= 2)
    const update = Y.encodeStateAsUpdate(anna.doc)
    const socket = await rawSocket(other, nodes.table, 'epoch=1&person=per_anna')
    await until('begun', () => socket.received.length > 0)
    socket.ws.send(updateFrame(update))
    await until('answered', () => socket.received.some(([kind]) => kind === 100))
    expect((await other.documents.text(nodes.table, DIALOGUE))['agr_1']?.title).toBe('Een keer')
    socket.ws.terminate()
  })
})

describe('who is there', () => {
  const states = (one: Editor) => one.provider.awareness.getStates()

  test('is seen at the other node, under their own name, and seen to go', async () => {
    const [one, other] = await pair()
    const [anna, bram] = [await open(one, 'per_anna'), await open(other, 'per_bram')]
    anna.provider.awareness.setLocalState({ at: 3, user: { name: 'Iemand anders' } })
    const seen = await until('seen', () => states(bram).get(anna.doc.clientID))
    expect(seen).toMatchObject({ at: 3, user: { name: 'per_anna', person: 'per_anna' } })
    const late = await open(other, 'per_kees')
    await until('a newcomer sees it too', () => states(late).has(anna.doc.clientID))
    anna.provider.disconnect()
    await until('gone', () => !states(bram).has(anna.doc.clientID))
  })

  test('of a node that says nothing any more nobody is there, and all others stay', async () => {
    const hub = createHub()
    const [quiet, other] = [hub.join('quiet'), hub.join('other')]
    let silent = false
    const host = await hostDocuments(nodes.database.store, undefined, undefined, {
      bus: { ...quiet, publish: (topic, message) => void (silent || quiet.publish(topic, message)) },
    })
    const second = await hostDocuments(nodes.database.store, undefined, undefined, { bus: other })
    nodes.keep(host, second)
    const [anna, bram] = [await open(host, 'per_anna'), await open(second, 'per_bram')]
    const kees = await open(second, 'per_kees')
    kees.provider.awareness.setLocalStateField('at', 1)
    anna.provider.awareness.setLocalStateField('at', 2)
    await until(
      'both are seen',
      () => states(bram).has(anna.doc.clientID) && states(bram).has(kees.doc.clientID),
    )
    silent = true
    await until('gone', () => !states(bram).has(anna.doc.clientID), 10_000)
    expect(states(bram).has(kees.doc.clientID)).toBe(true)
  })
})

test('a node whose append was answered into the void stores nothing twice', async () => {
  let lose = 0
  const losing = await hostDocuments(
    {
      ...nodes.database.store,
      async append(...args) {
        const numbers = await nodes.database.store.append(...args)
        if (lose-- > 0) throw new Error('the answer was lost')
        return numbers
      },
    },
    undefined,
    undefined,
    { bus: deaf('losing') },
  )
  nodes.keep(losing)
  const anna = await open(losing, 'per_anna')
  writeAgreement(anna.doc, { id: 'agr_1', title: 'A' })
  await until('stored', () => anna.saved.length >= 2)
  const before = (await storedNumbers()).length
  lose = 1
  typeIn(anna, 'B')
  await until('answered all the same', () => anna.saved.length >= 3)
  expect((await storedNumbers()).length).toBe(before + 1)
  expect(title(anna)).toBe('AB')
})

test('one node without its database stores nothing, the other goes on, and both agree when it is back', async () => {
  const gate = await gateBefore(nodes.database.url)
  const db = openTables(gate.url)
  const hub = createHub()
  const away = await hostDocuments(createDocumentStore(db), undefined, undefined, { bus: hub.join() })
  const here = await hostDocuments(nodes.database.store, undefined, undefined, { bus: hub.join() })
  try {
    const [anna, bram] = [await open(away, 'per_anna'), await open(here, 'per_bram')]
    writeAgreement(anna.doc, { id: 'agr_1', title: 'A' })
    await until('both', () => title(bram) === 'A')
    const answered = anna.saved.length
    gate.shut()
    typeIn(anna, 'B')
    typeIn(bram, 'C')
    await until('stored here', () => bram.saved.length > 1)
    await pause(300)
    expect(anna.saved).toHaveLength(answered)
    expect(title(bram)).toBe('AC')
    gate.open()
    await until('both again', () => title(bram).length === 3 && title(bram) === title(anna), 20_000)
    expect(anna.saved.length).toBeGreaterThan(answered)
  } finally {
    await nodes.stop()
    await away.stop()
    await here.stop()
    await db.destroy()
    await gate.stop()
  }
}, 40_000)

test('[nodes] whoever writes what where and when: every node ends with what a replay gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(3), fc.nat(30), fc.constantFrom('insert', 'delete', 'block', 'wait')), {
        minLength: 10,
        maxLength: 40,
      }),
      fc.boolean(),
      async (steps, heard) => {
        nodes.table = freshTable()
        const pairOf = await pair(heard)
        const writers = await Promise.all(
          [0, 1, 2, 3].map((at) => open(pairOf[at % 2] as DocumentsHost, `per_${at}`)),
        )
        for (const [who, at, what] of steps) {
          const { doc } = writers[who] as Editor
          const line = titleOf(doc, 'agr_1')
          if (what === 'insert') line.insert(Math.min(at, line.length), String(who))
          else if (what === 'delete' && at < line.length) line.delete(at, 1)
          else if (what === 'block') bodyOf(doc, 'agr_1', 'text').insert(0, [new Y.XmlElement('paragraph')])
          else await pause(at / 4)
        }
        await until('all agree', () => new Set(writers.map(hash)).size === 1, 10_000)
        const { state, updates } = await nodes.database.store.load(nodes.table, DIALOGUE)
        const replay = new Y.Doc()
        if (state) Y.applyUpdate(replay, state)
        for (const { update } of updates) Y.applyUpdate(replay, update)
        expect(readTable(replay)).toEqual(readTable((writers[0] as Editor).doc))
        expect(replay.store.pendingStructs).toBeNull()
        for (const one of writers) {
          expect(one.closed).toEqual([])
          one.stop()
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
}, 120_000)
