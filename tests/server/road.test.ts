import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { openRoad, type Road } from '../support/road.ts'

/** As the SFU does with whoever it sends away: it says so, packed, and waits for nobody to end the line. */
let sfu: WebSocketServer
let road: Road
beforeAll(async () => {
  sfu = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: { threshold: 0 } })
  await new Promise<void>((resolve) => sfu.once('listening', resolve))
  sfu.on('connection', (line, { socket }) => {
    line.send(Buffer.from('welcome'))
    line.once('message', () => {
      line.send(Buffer.from('leave'), () => setImmediate(() => socket.end()))
      line.close(1000)
    })
  })
  road = await openRoad(`ws://127.0.0.1:${(sfu.address() as AddressInfo).port}`, () => 1)
})
afterAll(async () => {
  await road?.close()
  sfu?.close()
})

test('the last words of the media server come over the road before its line ends', async () => {
  const client = new WebSocket(road.url)
  const said: string[] = []
  client.on('message', (data: Buffer) => said.push(data.toString()))
  client.once('message', () => client.send(Buffer.from('send me away')))
  await new Promise((resolve) => client.once('close', resolve))
  expect(said).toEqual(['welcome', 'leave'])
})
