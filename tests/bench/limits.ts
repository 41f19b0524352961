import { once } from 'node:events'
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket, WebSocketServer } from 'ws'
import { row, type Row } from './pairs.ts'

/** What no server on this machine goes below: a message there and back on loopback, and a page of the disk that is really written. Sound comes in frames of 20 ms. */
const TIMES = 200
const PAGE_BYTES = 8_192

async function roundTrips(): Promise<number[]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  server.on('connection', (ws) => ws.on('message', (data) => ws.send(data)))
  await once(server, 'listening')
  const ws = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  await once(ws, 'open')
  const took: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const begun = performance.now()
    ws.send('{"kind":"ping"}')
    await once(ws, 'message')
    took.push(performance.now() - begun)
  }
  ws.terminate()
  server.close()
  return took
}

function syncs(): number[] {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-bench-'))
  const file = openSync(join(dir, 'page'), 'w')
  const page = Buffer.alloc(PAGE_BYTES, 1)
  const took = Array.from({ length: TIMES }, (_, i) => {
    const begun = performance.now()
    writeSync(file, page, 0, PAGE_BYTES, i * PAGE_BYTES)
    fsyncSync(file)
    return performance.now() - begun
  })
  closeSync(file)
  rmSync(dir, { recursive: true, force: true })
  return took
}

export async function limits(): Promise<Row[]> {
  return [
    row({ figure: 'round trip of a message on loopback', unit: 'ms', ours: await roundTrips() }),
    row({ figure: 'a page written and synced', unit: 'ms', ours: syncs() }),
    row({ figure: 'a frame of sound', unit: 'ms', ours: [20] }),
  ]
}
