import { once } from 'node:events'
import { connect, createServer, Socket, type AddressInfo, type Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { drained, openRoad, type Road } from '../support/cluster.ts'
import { until } from '../support/until.ts'

let servers: Server[]
let road: Road
let sockets: Socket[] = []
let turn = 0

/** Says its number first, and then what it is told. */
async function echo(number: number): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write(String(number))
    socket.pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

beforeEach(async () => {
  servers = [await echo(0), await echo(1)]
  turn = 0
  const to = () => servers.map((server) => (server.address() as AddressInfo).port)
  road = await openRoad({ to, chance: () => (turn++ % 2) / 2 })
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await road.stop()
  for (const server of servers) server.close()
})

function dial(): { socket: Socket; heard(): string } {
  const socket = connect(road.port, '127.0.0.1')
  let heard = ''
  socket.on('data', (part: Buffer) => (heard += part.toString()))
  socket.on('error', () => undefined)
  sockets.push(socket)
  return { socket, heard: () => heard }
}

test('a line goes to one of the servers, and all of it in order', async () => {
  const [one, other] = [dial(), dial()]
  await until('both are answered', () => one.heard() !== '' && other.heard() !== '')
  expect([one.heard(), other.heard()].toSorted()).toEqual(['0', '1'])
  road.weather({ delayMs: 2, bytesPerSecond: 200_000 })
  const words = Array.from({ length: 2_000 }, (_, at) => `${at} `).join('')
  one.socket.write(words)
  await until('all of it', () => one.heard().length === words.length + 1)
  expect(one.heard().slice(1)).toBe(words)
})

test('over a silent road nothing comes, nobody is told, and nothing is lost', async () => {
  const one = dial()
  await until('answered', () => one.heard() !== '')
  road.silence()
  one.socket.write('later')
  const late = dial()
  await pause(100)
  expect(one.heard()).toHaveLength(1)
  expect(late.heard()).toBe('')
  expect(one.socket.destroyed).toBe(false)
  road.open()
  await until('it came', () => one.heard().endsWith('later') && late.heard() !== '')
})

test('when it is cut all lines break, and new ones are dropped until it opens', async () => {
  const one = dial()
  await until('answered', () => one.heard() !== '')
  road.cut()
  await until('broken', () => one.socket.destroyed)
  const dropped = dial()
  await until('dropped', () => dropped.socket.destroyed)
  road.open()
  const next = dial()
  await until('answered again', () => next.heard() !== '')
})

test.each(['drain', 'close'])(
  'whoever waits for room on a line listens no more after a %s',
  async (event) => {
    const socket = new Socket()
    const before = socket.eventNames()
    const waits = drained(socket)
    socket.emit(event)
    await waits
    expect(socket.eventNames()).toEqual(before)
  },
)
