import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { Server } from '@hocuspocus/server'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { startPostgres } from '../../server/start/postgres.mjs'
import { titleOf } from '../../shared/agreement/document.ts'
import { documentsDatabase } from '../support/documentsDb.ts'
import { editor, freshTable, hostDocuments } from '../support/documents.ts'
import { until } from '../support/until.ts'
import { crash } from './documentsCrash.ts'
import { opening } from './documentsOpening.ts'

/**
 * Edit to peer at a table of eight: our document server, which stores before it shows, beside @hocuspocus/server,
 * which keeps its text in memory here. Same machine, same run, so that the ratio means something elsewhere too.
 */
const PEOPLE = 8
const EDITS = 300
const BURST = 100

interface Seat {
  doc: Y.Doc
  stop(): void
}
interface Figures {
  p50: number
  p95: number
  perSecond: number
}

const line = (doc: Y.Doc): Y.Text => titleOf(doc, 'agr_1')
const at = (sorted: number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** One types, the slowest of the others is awaited; then all type at once as fast as they can. */
async function measure(seats: Seat[]): Promise<Figures> {
  const [writer] = seats
  if (!writer) throw new Error('nobody at the table')
  const times: number[] = []
  for (let edit = 1; edit <= EDITS; edit++) {
    const start = performance.now()
    line(writer.doc).insert(0, 'a')
    while (seats.some(({ doc }) => line(doc).length !== edit)) await turn()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const start = performance.now()
  const total = EDITS + BURST * seats.length
  for (let edit = 0; edit < BURST; edit++) {
    for (const { doc } of seats) line(doc).insert(0, 'b')
    await turn()
  }
  while (seats.some(({ doc }) => line(doc).length !== total)) await turn()
  const seconds = (performance.now() - start) / 1_000
  return { p50: at(times, 0.5), p95: at(times, 0.95), perSecond: (BURST * seats.length) / seconds }
}

async function ours(databaseUrl: string): Promise<Figures> {
  const database = await documentsDatabase(databaseUrl)
  const fast = { perSecond: 1e6, burst: 1e6 }
  const host = await hostDocuments(database.store, { updates: fast, frames: fast })
  const table = freshTable()
  const seats = Array.from({ length: PEOPLE }, (_, index) => editor(host, table, { person: `per_${index}` }))
  try {
    await until('synced', () => seats.every(({ provider }) => provider.synced), 10_000)
    return await measure(seats)
  } finally {
    for (const seat of seats) seat.stop()
    await host.stop()
    await database.close()
  }
}

async function theirs(): Promise<Figures> {
  const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false })
  await server.listen()
  const url = server.webSocketURL
  let synced = 0
  const seats = Array.from({ length: PEOPLE }, (): Seat => {
    const doc = new Y.Doc()
    const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
    const provider = new HocuspocusProvider({
      websocketProvider: socket,
      name: 'table',
      document: doc,
      onSynced: () => void synced++,
    })
    provider.attach()
    return {
      doc,
      stop: () => {
        provider.destroy()
        socket.destroy()
      },
    }
  })
  try {
    await until('synced', () => synced >= PEOPLE, 10_000)
    return await measure(seats)
  } finally {
    for (const seat of seats) seat.stop()
    await server.destroy()
  }
}

const round = (value: number) => Math.round(value * 100) / 100
const rounded = ({ p50, p95, perSecond }: Figures) => ({
  p50Ms: round(p50),
  p95Ms: round(p95),
  editsPerSecond: Math.round(perSecond),
})

/**
 * Prints one line of JSON: milliseconds from edit to the slowest of seven peers, edits per second, and ours / theirs; how long
 * a text of ten thousand edits takes to open; and what a killed server lost.
 */
export async function run(_args: string[]): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-bench-'))
  chmodSync(dir, 0o755)
  const postgres = await startPostgres({ dataDir: join(dir, 'pg') })
  try {
    const own = await ours(postgres.url)
    const other = await theirs()
    const ratio = {
      p50: round(own.p50 / other.p50),
      p95: round(own.p95 / other.p95),
      editsPerSecond: round(own.perSecond / other.perSecond),
    }
    const result = {
      bench: 'documents',
      people: PEOPLE,
      edits: EDITS,
      ours: rounded(own),
      hocuspocus: rounded(other),
      ratio,
      opening: await opening(postgres.url),
      crash: await crash(postgres.url),
    }
    process.stdout.write(`${JSON.stringify(result)}\n`)
  } finally {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
