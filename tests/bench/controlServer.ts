import { createServer, type Server } from 'node:http'
import { Server as SocketServer } from 'socket.io'
import { WebSocketServer } from 'ws'
import { CLOSE } from '../../shared/wire.ts'
import { replay } from '../../shared/dialogue/apply.ts'
import { somebody, seat, startHouse, type TestHouse } from '../support/house.ts'

/** What the bench asks of a server in a process of its own, and what it hears. */
export type ToServer = { kind: 'use' } | { kind: 'talk'; on: boolean }
export type FromServer =
  | { kind: 'ready'; url: string; links: string[] }
  /** Processor time of this process so far, ms, and its memory, MB. */
  | { kind: 'used'; cpuMs: number; mb: number }

/** So long is what the listener tells at once, and so many of these somebody goes on for. */
const PART_MS = 250
const PARTS_EACH = 40

let onTalk: (on: boolean) => void = () => undefined

const tell = (message: FromServer) => void process.send?.(message)

/** The product with a real database; sound and picture are a stand-in. */
async function ours(database: string, people: number): Promise<void> {
  const house = await startHouse({ database })
  const names = Array.from({ length: people }, (_, i) => somebody(`Inwoner ${i + 1}`))
  const seated = await seat(house, [somebody('Saskia', 'organiser'), ...names])
  let talking: NodeJS.Timeout | undefined
  onTalk = (on) => {
    clearInterval(talking)
    if (on) talking = talkAtTables(house, seated.session)
  }
  tell({
    kind: 'ready',
    url: house.url,
    links: Object.values(seated.people).map((person) => house.link(person)),
  })
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

const PEERS: Record<string, () => Promise<void>> = { bare, 'socket.io': socketIo }
const [which = '', people = '0'] = process.argv.slice(2)
await (PEERS[which]?.() ?? ours(which, Number(people)))
