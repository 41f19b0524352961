import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { titleOf } from '../../shared/agreement/document.ts'
import type { DocumentStore } from '../../server/store/store.ts'
import { documentsDatabase } from '../support/documentsDb.ts'
import { DIALOGUE, editor, freshTable, hostDocuments } from '../support/documents.ts'

const EDITS = 10_000
const TIMES = 9
/** As the server stores them: a snapshot every so often, and the changes behind it. */
const SNAPSHOT = 200
const TOGETHER = 50

export interface OpeningReport {
  edits: number
  /** Medians, milliseconds, from connecting to having the text; the server has just been started. */
  oursMs: number
  bareMs: number
  ratio: number
}

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
      1,
      some.map((update) => ({ update, actor: 'per_anna', claimed: [] })),
    )
    for (const update of some) Y.applyUpdate(doc, update)
    const seq = from + some.length
    // the last changes have none yet
    if (seq % SNAPSHOT === 0 && seq < all.length)
      await store.snapshot(table, 1, seq, Y.encodeStateAsUpdate(doc))
  }
}

/** y-websocket's protocol and nothing else: the text in memory, no check, no store. */
async function bare(all: readonly Uint8Array[]) {
  const doc = new Y.Doc()
  for (const update of all) Y.applyUpdate(doc, update)
  const server = createServer()
  const wss = new WebSocketServer({ server })
  wss.on('connection', (ws) => {
    const first = encoding.createEncoder()
    encoding.writeVarUint(first, 0)
    writeSyncStep1(first, doc)
    ws.send(encoding.toUint8Array(first))
    ws.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data))
      const answer = encoding.createEncoder()
      encoding.writeVarUint(answer, 0)
      if (decoding.readVarUint(decoder) !== 0) return
      readSyncMessage(decoder, answer, doc, null)
      if (encoding.length(answer) > 1) ws.send(encoding.toUint8Array(answer))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      for (const ws of wss.clients) ws.terminate()
      server.close()
    },
  }
}

async function opened(url: string, table: string, length: number): Promise<number> {
  const start = performance.now()
  const one = editor({ url }, table)
  await new Promise<void>((resolve) => one.provider.once('sync', () => resolve()))
  const ms = performance.now() - start
  if (titleOf(one.doc, 'agr_1').length !== length) throw new Error('not the whole text')
  one.stop()
  return ms
}

const median = (all: number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

export async function opening(postgres: string): Promise<OpeningReport> {
  const database = await documentsDatabase(postgres)
  const table = freshTable()
  const all = edits()
  const whole = new Y.Doc()
  for (const update of all) Y.applyUpdate(whole, update)
  const { length } = titleOf(whole, 'agr_1')
  await keep(database.store, table, all)
  const ours: number[] = []
  const theirs: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const host = await hostDocuments(database.store)
    ours.push(await opened(host.url, table, length))
    await host.stop()
    const other = await bare(all)
    theirs.push(await opened(other.url, table, length))
    other.stop()
  }
  await database.close()
  const [oursMs, bareMs] = [median(ours), median(theirs)].map((ms) => Math.round(ms * 10) / 10)
  return {
    edits: EDITS,
    oursMs: oursMs ?? 0,
    bareMs: bareMs ?? 0,
    ratio: Math.round(((oursMs ?? 0) / (bareMs ?? 1)) * 100) / 100,
  }
}
