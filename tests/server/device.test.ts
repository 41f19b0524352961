import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { UNCOUNTED } from '../../server/kit/counts.ts'
import { createDevice } from '../../server/live/device.ts'
import { framesIn } from '../../shared/channel/frames.ts'
import type { ServerFrame } from '../../shared/protocol.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a reader who is behind misses who talks and types, and nothing that is told only once', () => {
  const kinds: string[] = []
  const line = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 2 * 1024 * 1024,
    send: (text: string) => void kinds.push(...framesIn(text).map(({ kind }) => kind)),
    close: () => undefined,
    terminate: () => undefined,
  })
  const device = createDevice({
    ws: line as unknown as WebSocket,
    person: 'Ans',
    role: 'participant',
    login: 'a',
    now: () => 0,
    tick: () => undefined,
    counts: UNCOUNTED,
  })
  const told: ServerFrame[] = [
    { kind: 'presence', people: [], full: false },
    { kind: 'speaking', room: 'plenary', people: [] },
    { kind: 'typing', table: 't1', person: 'Bram', typing: true },
    { kind: 'meter', meter: { own: null, rooms: [], gaps: [], incomplete: [] } },
    { kind: 'changed', parts: { seq: 3 } },
  ]
  for (const frame of told) device.send(frame)
  vi.advanceTimersByTime(0)
  expect(kinds).toEqual(['presence', 'meter', 'changed'])
  line.emit('close')
})
