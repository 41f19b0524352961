import { expect, test } from 'vitest'
import { waitBefore } from '../../shared/channel/keptLine.ts'
import { fromPing, fromTrip } from '../../shared/channel/offset.ts'

test('the fastest round trip knows the server clock best', () => {
  const slow = fromTrip(null, 1_000, 1_400, 11_000)
  expect(slow.value).toBe(9_800)
  const fast = fromTrip(slow, 2_000, 2_020, 12_050)
  expect(fast.value).toBe(10_040)
  expect(fromTrip(fast, 3_000, 3_900, 13_100)).toBe(fast)
})

test('an old measurement gives way, for clocks drift', () => {
  const old = fromTrip(null, 0, 10, 5_000)
  const later = fromTrip(old, 700_000, 700_200, 705_300)
  expect(later.value).toBe(5_200)
})

test('a message that came one way raises an offset that is too small', () => {
  const known = fromTrip(null, 0, 400, 5_000)
  expect(fromPing(known, 1_000, 5_990)).toMatchObject({ value: 4_990 })
  expect(fromPing(known, 1_000, 5_700)).toBe(known)
})

test('a device whose clock was set forward is believed no longer', () => {
  const known = fromTrip(null, 0, 10, 5_000)
  expect(fromPing(known, 61_000, 6_000).value).toBe(-55_000)
})

test('waiting grows to five seconds at most and is spread by chance', () => {
  expect(waitBefore(0, 1)).toBe(250)
  expect(waitBefore(3, 1)).toBe(2_000)
  expect(waitBefore(40, 1)).toBe(5_000)
  expect(waitBefore(40, 0.1)).toBe(500)
})
