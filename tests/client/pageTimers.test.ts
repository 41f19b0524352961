import { CriticalTimers } from 'livekit-client'
import { afterEach, expect, test } from 'vitest'
import { waitLess } from '../../client/core/media/pageTimers.ts'

const { setTimeout: wait } = CriticalTimers
afterEach(() => void (CriticalTimers.setTimeout = wait))

test('the media library waits less before an offer and for the line, and as long as it wants for all else', () => {
  const waited: unknown[] = []
  CriticalTimers.setTimeout = ((_work: () => void, ms: number) => waited.push(ms)) as unknown as typeof wait
  waitLess()
  for (const ms of [20, 50, 15_000]) CriticalTimers.setTimeout(() => {}, ms)
  expect(waited).toEqual([0, 10, 15_000])
})
