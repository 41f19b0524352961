import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOutbox } from '../../server/live/outbox.ts'
import { framesIn } from '../../shared/channel/frames.ts'
import type { ServerFrame } from '../../shared/protocol.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ping = (now: number): ServerFrame => ({ kind: 'ping', now })
const answer: ServerFrame = { kind: 'answer', id: 'a', answer: { ok: true } }

function outbox() {
  const sent: ServerFrame[][] = []
  return { sent, box: createOutbox((text) => void sent.push(framesIn(text))) }
}

test('what is sent in one moment goes together and at once, and what follows closely waits a little', () => {
  const { sent, box } = outbox()
  box.send(ping(1))
  box.send(ping(2))
  vi.advanceTimersByTime(0)
  expect(sent).toEqual([[ping(1), ping(2)]])
  box.send(ping(3))
  vi.advanceTimersByTime(10)
  box.send(ping(4))
  expect(sent).toHaveLength(1)
  vi.advanceTimersByTime(10)
  expect(sent.slice(1)).toEqual([[ping(3), ping(4)]])
  vi.advanceTimersByTime(100)
  expect(sent).toHaveLength(2)
})

test('an answer waits for nothing, goes behind what was to go before it, and with what it led to', () => {
  const { sent, box } = outbox()
  box.send(ping(1))
  vi.advanceTimersByTime(0)
  for (const frame of [ping(2), answer, ping(3)]) box.send(frame)
  vi.advanceTimersByTime(0)
  expect(sent).toEqual([[ping(1)], [ping(2), answer, ping(3)]])
})

test('what waits goes before the line is closed, and nothing after', () => {
  const { sent, box } = outbox()
  box.send(ping(1))
  box.send(ping(2))
  box.flush()
  box.send(ping(3))
  box.close()
  vi.advanceTimersByTime(100)
  expect(sent).toEqual([[ping(1), ping(2)]])
})
