import * as Y from 'yjs'
import { titleOf } from '../../shared/agreement/document.ts'
import { createStore } from '../../server/store/connection.ts'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import { DIALOGUE, freshTable } from '../support/documents.ts'
import { until } from '../support/until.ts'
import { hocuspocus, ours, yWebsocket, type TextServer } from './documentsServers.ts'
import { row, takeTurns, type Row } from './pairs.ts'

const EDITS = 10_000
const ROUNDS = 9
/** As the server stores them: a snapshot every so often, and the changes behind it. */
const SNAPSHOT = 200
const TOGETHER = 50

/** One letter a change, here and there one taken out again. */
function edits(): Uint8Array[] {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const title = titleOf(doc, 'agr_1')
  for (let edit = 0; edit < EDITS; edit++) {
    if (edit % 10 === 9) title.delete(title.length - 1, 1)
    else title.insert((edit * 7) % (title.length + 1), 'a')
  }
  return made
}

async function keep(store: DocumentStore, table: string, all: readonly Uint8Array[]): Promise<void> {
  await store.load(table, DIALOGUE)
  const doc = new Y.Doc()
  for (let from = 0; from < all.length; from += TOGETHER) {
    const some = all.slice(from, from + TOGETHER)
    await store.append(
      table,
      { epoch: 1, seq: from, holds: 0 },
      some.map((update) => ({ update, actor: 'per_anna', claimed: [] })),
    )
    for (const update of some) Y.applyUpdate(doc, update)
    const seq = from + some.length
    // the last changes have none yet
    if (seq % SNAPSHOT === 0 && seq < all.length)
      await store.snapshot(table, 1, seq, Y.encodeStateAsUpdate(doc))
  }
}

/** Written into a server that keeps it in memory. */
async function write(server: TextServer, table: string, all: readonly Uint8Array[], length: number) {
  const writer = await server.open(table, 'per_anna')
  for (const update of all) Y.applyUpdate(writer.doc, update)
  await until(
    'all is written',
    async () => {
      const reader = await server.open(table, 'per_bram')
      const there = titleOf(reader.doc, 'agr_1').length
      reader.stop()
      return there === length
    },
    30_000,
  )
  return writer
}

async function opened(server: TextServer, table: string, length: number): Promise<number> {
  const begun = performance.now()
  const one = await server.open(table, 'per_cees')
  const ms = performance.now() - begun
  if (titleOf(one.doc, 'agr_1').length !== length) throw new Error('not the whole text')
  one.stop()
  return ms
}

/** Ours has just been started and reads from the database; theirs have the text in memory. And ours when it has it there too. */
export async function opening(database: string): Promise<Row[]> {
  const table = freshTable()
  const all = edits()
  const whole = new Y.Doc()
  for (const update of all) Y.applyUpdate(whole, update)
  const { length } = titleOf(whole, 'agr_1')
  const store = await createStore({ url: database })
  await keep(store.documents, table, all)
  await store.close()
  const peers = { hocuspocus: await hocuspocus(), yWebsocket: await yWebsocket() }
  const warm = await ours(database)
  await opened(warm, table, length)
  const writers = [
    await write(peers.hocuspocus, table, all, length),
    await write(peers.yWebsocket, table, all, length),
  ]
  const found = await takeTurns(ROUNDS, {
    async cold() {
      const server = await ours(database)
      const ms = await opened(server, table, length)
      await server.stop()
      return ms
    },
    warm: () => opened(warm, table, length),
    hocuspocus: () => opened(peers.hocuspocus, table, length),
    yWebsocket: () => opened(peers.yWebsocket, table, length),
  })
  for (const writer of writers) writer.stop()
  for (const server of [warm, ...Object.values(peers)]) await server.stop()
  const beside = (which: string, own: number[], peer: string, theirs: number[]) =>
    row({
      figure: `opening ${EDITS} edits, ${which}`,
      unit: 'ms',
      ours: own,
      peer,
      theirs,
      target: '<= 0.5 of it',
      meets: ({ ratio }) => ratio <= 0.5,
    })
  return [
    beside('after a start', found.cold, 'Hocuspocus, in memory', found.hocuspocus),
    beside('after a start', found.cold, '@y/websocket-server, in memory', found.yWebsocket),
    beside('in memory', found.warm, 'Hocuspocus, in memory', found.hocuspocus),
    beside('in memory', found.warm, '@y/websocket-server, in memory', found.yWebsocket),
  ]
}
