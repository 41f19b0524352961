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

test('the first frame goes at once, and what follows closely goes together, in order', () => {
  const { sent, box } = outbox()
  for (const now of [1, 2, 3]) box.send(ping(now))
  expect(sent).toEqual([[ping(1)]])
  vi.advanceTimersByTime(30)
  expect(sent).toEqual([[ping(1)], [ping(2), ping(3)]])
  vi.advanceTimersByTime(100)
  expect(sent).toHaveLength(2)
})

test('an answer waits for nothing, goes behind what was to go before it, and what it led to follows at once', () => {
  const { sent, box } = outbox()
  for (const frame of [ping(1), ping(2), answer, ping(3)]) box.send(frame)
  expect(sent).toEqual([[ping(1)], [ping(2), answer], [ping(3)]])
})

test('what waits goes before the line is closed, and nothing after', () => {
  const { sent, box } = outbox()
  box.send(ping(1))
  box.send(ping(2))
  box.flush()
  box.close()
  vi.advanceTimersByTime(100)
  expect(sent.flat()).toEqual([ping(1), ping(2)])
})
