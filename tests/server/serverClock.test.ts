import { expect, test } from 'vitest'
import { createServerClock } from '../../server/media/serverClock.ts'

/** A monotonic clock the test moves, and a wall clock that shows whole milliseconds of it. */
function clocks() {
  let now = 1_000
  let ahead = 500_000.25
  const toServer = createServerClock(
    () => Math.floor(now + ahead),
    () => now,
  )
  return { toServer, go: (ms: number) => (now += ms), set: (ms: number) => (ahead += ms), now: () => now }
}

test('parts that touch still touch, at whatever moment each is told', () => {
  const { toServer, go, now } = clocks()
  // until the offset is known to the fraction
  for (let told = 0; told < 100; told += 1) {
    toServer(now())
    go(0.37)
  }
  let end = toServer(now())
  for (let told = 0; told < 100; told += 1) {
    const from = now()
    go(500.123)
    expect(toServer(from)).toBeCloseTo(end, 6)
    end = toServer(now())
  }
  expect(Math.abs(end - (now() + 500_000.25))).toBeLessThan(1)
})

test('a clock that was set is followed at once', () => {
  const { toServer, go, set, now } = clocks()
  toServer(now())
  set(60_000)
  go(1)
  expect(Math.abs(toServer(now()) - (now() + 560_000.25))).toBeLessThan(1)
  set(-120_000)
  expect(Math.abs(toServer(now()) - (now() + 440_000.25))).toBeLessThan(1)
})

test('a machine that stands still between two looks moves nothing', () => {
  let now = 0
  let pause = 0
  const toServer = createServerClock(
    () => {
      now += pause
      return Math.floor(now + 1_000.5)
    },
    () => now,
  )
  const before = toServer(0)
  pause = 250
  expect(Math.abs(toServer(0) - before)).toBeLessThanOrEqual(1)
})
