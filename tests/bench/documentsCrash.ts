import { setTimeout as pause } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { bodyOf, readTable } from '../../shared/agreement/document.ts'
import { plain } from '../../shared/agreement/richText.ts'
import { GOVERNMENT_ROLES, type SessionState } from '../../shared/dialogue/model.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { newId } from '../../server/kit/newId.ts'
import type { DocumentStore } from '../../server/store/documentStore.ts'
import { documentsDatabase } from '../support/documentsDb.ts'
import { openLine, type Line } from '../support/line.ts'
import { until } from '../support/until.ts'
import { redeem, type Visitor } from '../support/visitor.ts'
import { freePort, startApp } from './appProcess.ts'

const TABLES = 8
const WRITERS = 8
const TYPING_MS = 120_000
/** Between two words of one writer: some forty words a minute. */
const WORD_MS = 1_500

interface Writer {
  key: string
  typed: number
  /** Of the typed words so many were answered as stored. */
  acknowledged: number
  type(): void
  stop(): void
}

export interface CrashReport {
  writers: number
  typed: number
  acknowledgedBeforeKill: number
  /** Words that were answered as stored and were not in the database after the kill. */
  lost: number
  /** At the end: words that stand there twice, or not at all. */
  doubled: number
  missing: number
  /** From the kill until every writer had an answer again. */
  backMs: number
}

/** Eight tables of eight write for two minutes; in the middle of it the server is killed, and started again. */
export async function crash(postgres: string): Promise<CrashReport> {
  const database = await documentsDatabase(postgres)
  const port = await freePort()
  let app = await startApp(database.url, port)
  try {
    const { visitors, dialogue, agreements, seats } = await seated(app.organiser)
    const writers = await Promise.all(
      visitors.map((visitor) => {
        const table = seats[visitor.person] ?? ''
        return writerAt(visitor, table, agreements.get(table) ?? '')
      }),
    )
    await typing(writers, TYPING_MS / 2)
    const told = writers.map(({ key, acknowledged }) => ({ key, acknowledged }))
    await app.kill()
    const killed = performance.now()
    const stored = await wordsIn(database.store, dialogue, agreements)
    const lost = told.reduce((sum, { key, acknowledged }) => sum + absent(stored, key, acknowledged), 0)
    app = await startApp(database.url, port)
    const before = writers.map(({ acknowledged }) => acknowledged)
    const answered = () => writers.every((one, at) => one.acknowledged > (before[at] ?? 0))
    const [backMs] = await Promise.all([
      until('everybody is answered', answered, 60_000).then(() => performance.now() - killed),
      typing(writers, TYPING_MS / 2),
    ])
    await until(
      'all is stored',
      () => writers.every(({ typed, acknowledged }) => acknowledged >= typed),
      30_000,
    )
    const after = await wordsIn(database.store, dialogue, agreements)
    for (const writer of writers) writer.stop()
    return {
      writers: writers.length,
      typed: sum(writers.map(({ typed }) => typed)),
      acknowledgedBeforeKill: sum(told.map(({ acknowledged }) => acknowledged)),
      lost,
      doubled: after.length - new Set(after).size,
      missing: sum(writers.map(({ key, typed }) => absent(after, key, typed))),
      backMs: Math.round(backMs),
    }
  } finally {
    await app.kill()
    await database.close()
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const absent = (words: readonly string[], key: string, count: number): number => {
  const known = new Set(words)
  return Array.from({ length: count }, (_, at) => `${key}n${at + 1}`).filter((word) => !known.has(word))
    .length
}

async function ok(line: Line, type: string, payload: object): Promise<void> {
  const answer = await line.command(type, payload)
  if (!answer.ok) throw new Error(`${type}: ${answer.code}`)
}

/** Everybody at their table, each table with an agreement. */
async function seated(link: string) {
  const organiser = await redeem(link)
  const list = Array.from({ length: TABLES * WRITERS }, (_, at) => `Schrijver${at};inwoner;deelnemer`).join(
    '\n',
  )
  await organiser.send('POST', 'api/people', { text: list, check: false })
  const rows = (await organiser.get<LinkRow[]>('api/links')).filter(({ role }) => role === 'participant')
  const visitors: Visitor[] = []
  for (const { url } of rows) visitors.push(await redeem(url))
  const line = openLine(organiser)
  await line.next('welcome')
  for (let table = line.state().tableOrder.length; table < TABLES; table++)
    await ok(line, 'addTable', { role: GOVERNMENT_ROLES[table % GOVERNMENT_ROLES.length] })
  for (const type of ['openPlenary', 'spreadEvenly', 'announceSplit']) await ok(line, type, {})
  await ok(line, 'startTables', { version: 1 })
  const state = (): SessionState => line.state()
  await until('seated', () => state().phase.name === 'tables')
  const seats = state().seating?.seats ?? {}
  const agreements = new Map<string, string>()
  for (const table of state().tableOrder) {
    const visitor = visitors.find(({ person }) => seats[person] === table)
    if (!visitor) throw new Error('a table without people')
    const own = openLine(visitor)
    await own.next('welcome')
    const agreement = newId('agr')
    await ok(own, 'addAgreement', { table, agreement })
    agreements.set(table, agreement)
    await own.close()
  }
  const dialogue = state().dialogue.id
  await line.close()
  return { visitors, dialogue, agreements, seats }
}

/** A stock client that writes numbered words in a paragraph of its own. */
async function writerAt(visitor: Visitor, table: string, agreement: string): Promise<Writer> {
  const { origin } = new URL(visitor.home)
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: visitor.cookie, origin } })
      this.on('error', () => undefined)
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${visitor.home.replace('http', 'ws')}docs`, table, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    params: { epoch: '1' },
    disableBc: true,
    maxBackoffTime: 1_000,
  })
  const key = visitor.person.replaceAll(/[^A-Za-z0-9]/g, '')
  /** What was sent on this connection and waits for its answer, as the number of words it covers. */
  let waiting: number[] = []
  const writer: Writer = {
    key,
    typed: 0,
    acknowledged: 0,
    type() {
      writer.typed += 1
      text.insert(text.length, `${key}n${writer.typed} `)
    },
    stop() {
      provider.destroy()
      doc.destroy()
    },
  }
  provider.messageHandlers[100] = (_encoder, decoder) => {
    decoding.readVarUint(decoder)
    writer.acknowledged = Math.max(writer.acknowledged, waiting.shift() ?? 0)
  }
  // the answer to the server's question holds all there is; each change after it is a message
  provider.on('status', ({ status }) => {
    waiting = status === 'connected' ? [writer.typed] : []
  })
  doc.on('update', (_update: Uint8Array, from: unknown) => {
    if (from !== provider && provider.wsconnected) waiting.push(writer.typed)
  })
  await until('synced', () => provider.synced, 20_000)
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  bodyOf(doc, agreement, 'text').push([paragraph])
  return writer
}

async function typing(writers: readonly Writer[], ms: number): Promise<void> {
  const end = performance.now() + ms
  await Promise.all(
    writers.map(async (writer, at) => {
      await pause((at * WORD_MS) / writers.length)
      while (performance.now() < end) {
        writer.type()
        await pause(WORD_MS)
      }
    }),
  )
}

/** What the database itself holds. */
async function wordsIn(
  store: DocumentStore,
  dialogue: string,
  agreements: ReadonlyMap<string, string>,
): Promise<string[]> {
  const words: string[] = []
  for (const [table, agreement] of agreements) {
    const { state, updates } = await store.load(table, dialogue)
    const doc = new Y.Doc()
    if (state) Y.applyUpdate(doc, state)
    for (const { update } of updates) Y.applyUpdate(doc, update)
    words.push(
      ...plain(readTable(doc)[agreement]?.text ?? [])
        .split(/\s+/)
        .filter(Boolean),
    )
  }
  return words
}
