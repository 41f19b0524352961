import { expect, test } from 'vitest'
import { createServerClock } from '../../server/kit/serverClock.ts'

const HOUR_MS = 3_600_000

/** The clocks of a machine the test moves; the wall clock shows whole milliseconds. */
function machine() {
  let now = 1_000
  let ahead = 500_000.25
  let slept = 0
  const clock = createServerClock({
    wall: () => Math.floor(now + ahead),
    monotonic: () => now,
    uptime: () => now + slept,
  })
  return {
    clock,
    go: (ms: number) => (now += ms),
    set: (ms: number) => (ahead += ms),
    sleep(ms: number) {
      ahead += ms
      slept += ms
    },
    now: () => now,
    wall: () => now + ahead,
  }
}

test('parts that touch still touch, at whatever moment each is told', () => {
  const { clock, go, now, wall } = machine()
  // until the offset is known to the fraction
  for (let told = 0; told < 100; told += 1) {
    clock.at(now())
    go(0.37)
  }
  let end = clock.at(now())
  for (let told = 0; told < 100; told += 1) {
    const from = now()
    go(500.123)
    expect(clock.at(from)).toBeCloseTo(end, 6)
    end = clock.at(now())
  }
  expect(Math.abs(end - wall())).toBeLessThan(1)
})

test.each([HOUR_MS, -HOUR_MS])('[threat 18] a wall clock set by %i ms moves no turn by a second', (ms) => {
  const { clock, go, set } = machine()
  const began = clock.now()
  set(ms)
  for (let passed = 0; passed < 180_000; passed += 500) {
    const before = clock.now()
    go(500)
    expect(clock.now()).toBeGreaterThan(before)
  }
  expect(Math.abs(clock.now() - began - 180_000)).toBeLessThan(1_000)
})

test('it meets a wall clock that was set, and one that runs a little fast, in time', () => {
  const { clock, go, set, wall } = machine()
  set(5_000)
  for (let passed = 0; passed < 1_100; passed += 1) {
    go(1_000)
    clock.now()
  }
  expect(Math.abs(clock.now() - wall())).toBeLessThan(2)
  for (let passed = 0; passed < 100; passed += 1) {
    go(1_000)
    set(0.5)
    expect(Math.abs(clock.now() - wall())).toBeLessThan(2)
  }
})

test('what passed while the machine slept did pass', () => {
  const { clock, go, sleep, set, wall } = machine()
  clock.now()
  sleep(HOUR_MS)
  go(20)
  expect(Math.abs(clock.now() - wall())).toBeLessThan(2)
  // and is counted once: a step behind it is a step
  set(HOUR_MS)
  go(20)
  expect(Math.abs(clock.now() - wall())).toBeGreaterThan(HOUR_MS - 1_000)
})

test('a machine that stands still between two looks moves nothing', () => {
  let now = 0
  let pause = 0
  const clock = createServerClock({
    wall: () => {
      now += pause
      return Math.floor(now + 1_000.5)
    },
    monotonic: () => now,
    uptime: () => now,
  })
  const before = clock.at(0)
  pause = 250
  expect(Math.abs(clock.at(0) - before)).toBeLessThanOrEqual(1)
})
