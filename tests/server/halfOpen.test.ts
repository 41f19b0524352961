import express from 'express'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpServer } from '../../server/http/server.ts'

const app = express()
app.post('/', express.json(), (req, res) => void res.json(req.body))
const server = createHttpServer(app)
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => void server.close())

/** Send this on a fresh connection, and wait until it is closed: after how many ms? */
function closedAfter(begin: string, drip?: string): Promise<number> {
  const started = performance.now()
  const socket = connect(port, '127.0.0.1', () => socket.write(begin))
  const dripping = drip ? setInterval(() => socket.write(drip), 200) : undefined
  return new Promise((resolve) => {
    socket.resume()
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(dripping)
      resolve(performance.now() - started)
    })
  })
}

test('a request whose head is never finished is ended within 5 seconds, also when it goes on drop by drop', async () => {
  const head = 'POST / HTTP/1.1\r\nHost: x\r\n'
  const times = await Promise.all([closedAfter(head), closedAfter(head, 'X: y\r\n'), closedAfter('P')])
  // half a second for a busy machine
  for (const ms of times) expect(ms).toBeLessThan(5_500)
})

test('a body on a slow line is waited for', async () => {
  const started = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
    body: new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode('{"slow":'))
        await pause(7_000)
        controller.enqueue(new TextEncoder().encode('true}'))
        controller.close()
      },
    }),
  } as RequestInit)
  expect(await answer.json()).toEqual({ slow: true })
  expect(performance.now() - started).toBeGreaterThan(6_500)
})
