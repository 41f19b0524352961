import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRounds } from '../../server/nodes/rounds.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('work that takes long holds up nothing else, and is not begun a second time meanwhile', async () => {
  const did = { first: 0, slow: 0, quick: 0 }
  let done = () => {}
  const rounds = createRounds(
    async () => void did.first++,
    () => undefined,
  )
  rounds.each(() => {
    did.slow++
    return new Promise<void>((resolve) => (done = resolve))
  })
  rounds.each(async () => void did.quick++)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(did).toEqual({ first: 3, slow: 1, quick: 3 })
  done()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(did).toEqual({ first: 4, slow: 2, quick: 4 })
  done()
  await rounds.close()
  expect(vi.getTimerCount()).toBe(0)
})

test('what fails is told, and comes again', async () => {
  const failed = vi.fn()
  const work = vi.fn(() => Promise.reject(new Error('away')))
  const rounds = createRounds(work, failed)
  rounds.each(work, 2)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(work).toHaveBeenCalledTimes(3)
  expect(failed).toHaveBeenCalledTimes(3)
  await rounds.close()
})
