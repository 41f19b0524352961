import { createServer, type Server } from 'node:http'
import { Server as SocketServer } from 'socket.io'
import { WebSocketServer } from 'ws'
import { createRedisBus } from '../../server/bus/redis.ts'
import { createStore } from '../../server/store/connection.ts'
import { CLOSE } from '../../shared/wire.ts'
import { replay } from '../../shared/dialogue/apply.ts'
import { hostDocuments } from '../support/documents.ts'
import { somebody, seat, startHouse, type TestHouse } from '../support/house.ts'
import { until } from '../support/until.ts'

/** What the bench asks of a server in a process of its own, and what it hears. */
export type ToServer = { kind: 'use' } | { kind: 'talk'; on: boolean }
export type FromServer =
  | { kind: 'ready'; url: string; links: string[] }
  /** Processor time of this process so far, ms, and its memory, MB. */
  | { kind: 'used'; cpuMs: number; mb: number }

/** What ours is told at its start. */
export interface OursInput {
  database: string
  /** To make; 0 where another process has made them. */
  dialogues: number
  /** In each, with whoever leads. */
  people: number
  /** Where it hears the other processes on this database; null: there are none. */
  redis: string | null
}

/** So long is what the listener tells at once, and so many of these somebody goes on for. */
const PART_MS = 250
const PARTS_EACH = 40

let onTalk: (on: boolean) => void = () => undefined

const tell = (message: FromServer) => void process.send?.(message)

/** The product with a real database; sound and picture are a stand-in. Of the links those who lead come first, then the first of each dialogue. */
async function ours({ database, dialogues, people, redis }: OursInput): Promise<void> {
  const bus =
    redis === null ? undefined : createRedisBus({ url: redis, instance: new URL(database).pathname })
  if (bus) await until('Redis is there', bus.available)
  const house = await startHouse({ database, bus })
  const names = Array.from({ length: people - 1 }, (_, i) => somebody(`Inwoner ${i + 1}`))
  const made: Awaited<ReturnType<typeof seat>>[] = []
  for (let number = 0; number < dialogues; number++)
    made.push(await seat(house, [somebody('Saskia', 'organiser'), ...names]))
  let talking: NodeJS.Timeout[] = []
  onTalk = (on) => {
    for (const one of talking) clearInterval(one)
    talking = on ? made.map(({ session }) => talkAtTables(house, session)) : []
  }
  const inOrder = made.map((one) => Object.values(one.people))
  const links = Array.from({ length: people }, (_, at) => inOrder.flatMap((all) => all.slice(at, at + 1)))
  tell({ kind: 'ready', url: house.url, links: links.flat().map((person) => house.link(person)) })
}

/** The texts by themselves, on a real database; nobody is let in by a link. */
async function texts({ database }: OursInput): Promise<void> {
  const store = await createStore({ url: database })
  await store.condition()
  const { url } = await hostDocuments(store.documents)
  tell({ kind: 'ready', url, links: [] })
}

/** At each table one after the other speaks for a while, as the listener tells of it. */
function talkAtTables({ media, store }: TestHouse, session: string): NodeJS.Timeout {
  let tables: [table: string, people: string[]][] = []
  void store.events.read(session).then((log) => {
    const { tableOrder, seating } = replay(log)
    const seats = Object.entries(seating?.seats ?? {})
    tables = tableOrder.map((table) => [
      table,
      seats.filter(([, at]) => at === table).map(([person]) => person),
    ])
  })
  let part = 0
  return setInterval(() => {
    part += 1
    const now = Date.now()
    for (const [table, people] of tables) {
      const person = people[Math.floor(part / PARTS_EACH) % people.length] ?? ''
      for (const { spoke, speaking } of media.listeners) {
        spoke?.(session, table, person, now - PART_MS, now)
        if (part % PARTS_EACH === 0) speaking?.(session, table, [person])
      }
    }
  }, PART_MS)
}

/** A socket server that numbers what comes, tells everybody and answers. It stores nothing and checks nothing. */
async function bare(): Promise<void> {
  const server = createServer()
  const wss = new WebSocketServer({ server, perMessageDeflate: false })
  let seq = 0
  wss.on('connection', (ws) => {
    ws.on('message', (data: Buffer) => {
      const { id, hand } = JSON.parse(data.toString()) as { id: string; hand: string }
      const event = JSON.stringify({ kind: 'event', seq: ++seq, at: Date.now(), hand })
      ws.send(JSON.stringify({ kind: 'answer', id }))
      for (const other of wss.clients) other.send(event)
    })
    ws.on('error', () => ws.close(CLOSE.unknown))
  })
  listen(server, 'ws')
}

/** The same with socket.io. */
async function socketIo(): Promise<void> {
  const server = createServer()
  const all = new SocketServer(server, { transports: ['websocket'], perMessageDeflate: false })
  let seq = 0
  all.on('connection', (socket) => {
    socket.on('hand', (hand: string, answer: () => void) => {
      answer()
      all.emit('event', { seq: ++seq, at: Date.now(), hand })
    })
  })
  listen(server, 'http')
}

function listen(server: Server, scheme: 'ws' | 'http'): void {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    tell({ kind: 'ready', url: `${scheme}://127.0.0.1:${port}`, links: [] })
  })
}

process.on('message', (order: ToServer) => {
  if (order.kind === 'talk') return onTalk(order.on)
  const { user, system } = process.cpuUsage()
  tell({ kind: 'used', cpuMs: (user + system) / 1000, mb: process.memoryUsage().rss / 1024 / 1024 })
})
process.once('disconnect', () => process.exit(0))

const SERVERS: Record<string, (input: OursInput) => Promise<void>> = {
  ours,
  texts,
  bare,
  'socket.io': socketIo,
}
const [which = '', input = '{}'] = process.argv.slice(2)
await SERVERS[which]?.(JSON.parse(input) as OursInput)
