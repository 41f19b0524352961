import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepScreenOn } from '../../client/core/media/wakeLock.ts'

interface Lock {
  released: boolean
  release: () => Promise<void>
}
let locks: Lock[]
const request = vi.fn(() => {
  const lock: Lock = { released: false, release: async () => void (lock.released = true) }
  locks.push(lock)
  return Promise.resolve(lock)
})
const held = () => locks.filter(({ released }) => !released).length
const look = (state: 'visible' | 'hidden') => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  // a browser lets go of it by itself
  if (state === 'hidden') for (const lock of locks) lock.released = true
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  locks = []
  vi.stubGlobal('navigator', { wakeLock: { request } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('[V17] the screen stays on in the room, and again after the page was hidden', async () => {
  const end = keepScreenOn()
  await vi.waitFor(() => expect(held()).toBe(1))
  look('hidden')
  expect(held()).toBe(0)
  look('visible')
  await vi.waitFor(() => expect(held()).toBe(1))
  look('visible')
  expect(locks).toHaveLength(2)
  end()
  await vi.waitFor(() => expect(held()).toBe(0))
  look('visible')
  expect(locks).toHaveLength(2)
})

test('[V17] leaving while the browser still answers lets go of it', async () => {
  keepScreenOn()()
  await vi.waitFor(() => expect(locks).toHaveLength(1))
  await vi.waitFor(() => expect(held()).toBe(0))
})

test('[V17] a browser without it, or that refuses, is no trouble', async () => {
  vi.stubGlobal('navigator', {})
  keepScreenOn()()
  vi.stubGlobal('navigator', { wakeLock: { request: () => Promise.reject(new Error('low battery')) } })
  keepScreenOn()()
  await Promise.resolve()
})
