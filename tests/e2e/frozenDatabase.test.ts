import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { titleOf } from '../../shared/agreement/document.ts'
import { openLine, type Line } from '../support/line.ts'
import { until } from '../support/until.ts'
import { startProduct, type Product } from '../support/product.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

const FROZEN_MS = 30_000
const KEY_MS = 200

let product: Product
let organiser: Line
let writers: Writer[] = []

/** Somebody at a table with a stock client, who types one letter after the other. */
interface Writer {
  visitor: Visitor
  line: Line
  table: string
  /** All letters typed so far. */
  typed(): string
  /** How many answers "saved" came, ever. */
  saved(): number
  stop(): void
}

beforeAll(async () => {
  product = await startProduct()
  const people = await product.everybody()
  const links = (role: string) => people.filter((each) => each.role === role).map(({ url }) => url)
  organiser = openLine(await redeem(product.links.organiser))
  await organiser.next('welcome')
  const visitors = await Promise.all(links('participant').map((url) => redeem(url)))
  const lines = visitors.map((visitor) => openLine(visitor))
  await Promise.all(lines.map((line) => line.next('welcome')))
  for (const type of ['openPlenary', 'spreadEvenly', 'announceSplit']) {
    expect(await organiser.command(type, {})).toEqual({ ok: true })
  }
  expect(await organiser.command('startTables', { version: 1 })).toEqual({ ok: true })
  const seats = organiser.state().seating?.seats ?? {}
  const begin = async (table: string): Promise<Writer> => {
    const index = visitors.findIndex(({ person }) => seats[person] === table)
    const [visitor, line] = [visitors[index], lines[index]]
    if (!visitor || !line) throw new Error('an empty table')
    const agreement = `agr_${table}`
    expect(await line.command('addAgreement', { table, agreement })).toEqual({ ok: true })
    return write(visitor, line, table, agreement)
  }
  writers = await Promise.all(organiser.state().tableOrder.map(begin))
}, 600_000)

afterAll(async () => {
  for (const writer of writers) writer.stop()
  await product?.stop()
}, 60_000)

function write(visitor: Visitor, line: Line, table: string, agreement: string): Writer {
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: visitor.cookie, origin: new URL(visitor.home).origin } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${visitor.home.replace(/^http/, 'ws')}docs`, table, doc, {
    disableBc: true,
    params: { epoch: '1' },
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
  })
  let saved = 0
  provider.messageHandlers[100] = () => void saved++
  let typed = ''
  const typing = setInterval(() => {
    if (!provider.synced && typed === '') return
    const letter = String.fromCharCode(97 + (typed.length % 26))
    titleOf(doc, agreement).insert(typed.length, letter)
    typed += letter
  }, KEY_MS)
  return {
    visitor,
    line,
    table,
    typed: () => typed,
    saved: () => saved,
    stop() {
      clearInterval(typing)
      provider.destroy()
    },
  }
}

/** What people do meanwhile, in vain: hands, announcements, links that are opened and pressed. */
function goOn(): { stop(): void } {
  const trying = setInterval(() => {
    const tries: Promise<unknown>[] = [
      organiser.command('announce', { text: 'Een ogenblik.' }),
      fetch(product.links.observer),
      redeem(product.links.observer),
      ...writers.map(({ line, table }) => line.command('raiseHand', { room: table })),
    ]
    for (const each of tries) each.catch(() => undefined)
  }, 1_000)
  return { stop: () => clearInterval(trying) }
}

function databaseNow(): { pid: number; port: number } {
  const run = JSON.parse(readFileSync(join(product.data, 'run.json'), 'utf8')) as {
    postgres: { pid: number; port: number }
  }
  return run.postgres
}

/** Connections that were given back in the middle of a transaction: what is written on them is not stored. */
async function leftInTransaction(): Promise<number> {
  const client = new Client({
    host: '127.0.0.1',
    port: databaseNow().port,
    user: 'postgres',
    database: 'postgres',
    password: readFileSync(join(product.data, 'postgres', 'password'), 'utf8').trim(),
  })
  await client.connect()
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where state like 'idle in transaction%' and state_change < now() - interval '100 ms'`,
  )
  await client.end()
  return rows[0]?.n ?? -1
}

/** The database server and all its processes, so that none of them goes on. */
function signalDatabase(signal: NodeJS.Signals): void {
  const postgres = databaseNow()
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === postgres.pid)
  for (const pid of [postgres.pid, ...children]) process.kill(pid, signal)
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

test('a database that hangs for 30 s under typing: nothing is answered meanwhile, and all goes on by itself', async () => {
  await until('everybody is saved', () => writers.every((writer) => writer.saved() > 5), 20_000)
  signalDatabase('SIGSTOP')
  const others = goOn()
  await pause(1_000)
  const answered = writers.map((writer) => writer.saved())
  await pause(FROZEN_MS - 1_000)
  expect(writers.map((writer) => writer.saved())).toEqual(answered)
  const before = writers.map((writer) => writer.typed().length)

  others.stop()
  signalDatabase('SIGCONT')
  const back = performance.now()
  const since: Record<string, number> = {}
  const noted = (what: string) => (since[what] = Math.round(performance.now() - back))
  await Promise.all([
    until(
      'typing is saved',
      () => writers.every((writer, at) => writer.saved() > (answered[at] ?? 0)),
      15_000,
    ).then(() => noted('saved again at every table')),
    until('a link opens', async () => (await fetch(product.links.helper)).ok, 15_000).then(() =>
      noted('a link opens'),
    ),
    until(
      'a command is carried out',
      async () => {
        // behind everything that was asked in vain meanwhile
        const answer = await organiser.command('announce', { text: 'We zijn er weer.' }).catch(() => null)
        return answer?.ok
      },
      15_000,
    ).then(() => noted('a command is carried out')),
  ])
  expect(await leftInTransaction()).toBe(0)
  process.stderr.write(`after the return of the database, ms: ${JSON.stringify(since)}\n`)
  expect(before.every((length) => length > 100)).toBe(true)
  await until('all are connected', () =>
    writers.every((writer) => writer.line.ws.readyState === WebSocket.OPEN),
  )
}, 120_000)

test('after a kill right behind the last answer, every letter is there', async () => {
  for (const writer of writers) writer.stop()
  await pause(500)
  product.killServer()
  await until('the server is back', () => redeem(product.links.organiser).then(Boolean, () => false), 30_000)
  const json = await (await redeem(product.links.organiser)).text('api/export.json')
  for (const writer of writers) {
    // the last letters may have been on their way
    expect(writer.typed().length).toBeGreaterThan(150)
    expect(json).toContain(writer.typed().slice(0, -3))
  }
}, 120_000)
