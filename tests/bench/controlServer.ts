import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { CLOSE } from '../../shared/wire.ts'
import { somebody, seat, startHouse } from '../support/house.ts'

/** What the bench asks of a server in a process of its own, and what it hears. */
export type ToServer = { kind: 'use' }
export type FromServer =
  | { kind: 'ready'; url: string; links: string[] }
  /** Processor time of this process so far, ms, and its memory, MB. */
  | { kind: 'used'; cpuMs: number; mb: number }

const tell = (message: FromServer) => void process.send?.(message)

/** The product with a real database; sound and picture are a stand-in. */
async function ours(database: string, people: number): Promise<void> {
  const house = await startHouse({ database })
  const names = Array.from({ length: people }, (_, i) => somebody(`Inwoner ${i + 1}`))
  const seated = await seat(house, [somebody('Saskia', 'organiser'), ...names])
  tell({
    kind: 'ready',
    url: house.url,
    links: Object.values(seated.people).map((person) => house.link(person)),
  })
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
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    tell({ kind: 'ready', url: `ws://127.0.0.1:${port}`, links: [] })
  })
}

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  tell({ kind: 'used', cpuMs: (user + system) / 1000, mb: process.memoryUsage().rss / 1024 / 1024 })
})
process.once('disconnect', () => process.exit(0))

const [database = '', people = '0'] = process.argv.slice(2)
await (database === 'bare' ? bare() : ours(database, Number(people)))
