import { expect, test } from 'vitest'
import { isWorn } from '../../server/media/wear.ts'

/** The dearest rooms that were measured: so much stays of each. */
const MB_A_ROOM = 54.8 / 96
/** What a long evening of splits and recalls may take. */
const BOUND_MB = 50

test('[V24] over an evening of splits a listener is replaced before it holds 50 MB more', () => {
  let roomsLeft = 0
  while (!isWorn({ roomsLeft, grownMb: roomsLeft * MB_A_ROOM })) roomsLeft += 1
  expect(roomsLeft * MB_A_ROOM).toBeLessThan(BOUND_MB - 10)
})

test('where rooms keep little it stays for a hundred of them', () => {
  expect(isWorn({ roomsLeft: 99, grownMb: 20 })).toBe(false)
  expect(isWorn({ roomsLeft: 100, grownMb: 20 })).toBe(true)
})

test('what a full house takes wears nobody out: its successor would hold the same, and be replaced again', () => {
  expect(isWorn({ roomsLeft: 8, grownMb: 120 })).toBe(false)
  expect(isWorn({ roomsLeft: 0, grownMb: 400 })).toBe(true)
})
