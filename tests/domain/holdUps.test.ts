import { expect, test } from 'vitest'
import { followHoldUps } from '../bench/acts.ts'
import type { Interval } from '../bench/voices.ts'

/** A speaker that was held up there, as it turns out later. */
function heldUp(...found: { atMs: number; byMs: number }[]) {
  const all: { atMs: number; byMs: number }[] = []
  const truly = followHoldUps({ holdUps: () => all })
  all.push(...found)
  return truly
}
const SAID: Interval[] = [
  [1_000, 3_000],
  [4_000, 5_000],
]

test('whoever was not held up was heard when they meant to be', () => {
  expect(heldUp()(SAID)).toEqual(SAID)
})

test('what was being said breaks off while the speaker is held up, and all that follows comes later', () => {
  expect(heldUp({ atMs: 2_000, byMs: 800 })(SAID)).toEqual([
    [1_000, 2_000],
    [2_800, 3_800],
    [4_800, 5_800],
  ])
})

test('a hold-up that a listener bridges is part of what was said', () => {
  expect(heldUp({ atMs: 2_000, byMs: 100 })(SAID)[0]).toEqual([1_000, 3_100])
})

test('a second hold-up stands at the moment it really was', () => {
  expect(heldUp({ atMs: 500, byMs: 1_000 }, { atMs: 3_000, byMs: 500 })([[1_000, 3_000]])).toEqual([
    [2_000, 3_000],
    [3_500, 4_500],
  ])
})
