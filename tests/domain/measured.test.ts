import { expect, test } from 'vitest'
import { addStored, addStretch, heardLately, type Measured } from '../../server/live/measured.ts'
import { KEY } from '../../shared/dialogue/time/marks.ts'

const said = (...stretches: [startMs: number, endMs: number][]): Measured => {
  const measured: Measured = {}
  for (const [startMs, endMs] of stretches) addStretch(measured, 'plenary', 'Eva', { startMs, endMs })
  return measured
}

test('parts of one stretch are one, whatever the order in which they come', () => {
  const measured = said([1_000, 2_000], [2_015, 3_000], [5_000, 6_000], [4_000, 5_000])
  expect(measured['plenary']?.['Eva']).toEqual([
    { startMs: 1_000, endMs: 3_000 },
    { startMs: 4_000, endMs: 6_000 },
  ])
})

test('what was stored and known stands there once', () => {
  const measured = said([1_000, 2_000], [5_000, 6_000])
  const at = { room: 'plenary', person: 'Eva' }
  addStored(measured, [
    { ...at, startMs: 1_000, endMs: 2_000 },
    { ...at, startMs: 3_000, endMs: 4_000 },
  ])
  expect(measured['plenary']?.['Eva']).toEqual([
    { startMs: 1_000, endMs: 2_000 },
    { startMs: 3_000, endMs: 4_000 },
    { startMs: 5_000, endMs: 6_000 },
  ])
})

test('[S6] somebody talks on since their last pause that is longer than a breath', () => {
  const measured = said([1_000, 2_000], [7_000, 9_000], [12_000, 13_000])
  expect(heardLately(measured, {}, 14_000)).toEqual({
    lastSpoke: { Eva: 13_000 },
    talkingSince: { Eva: 7_000 },
  })
  expect(heardLately(measured, {}, 17_001).talkingSince).toEqual({})
})

test('a turn of which nothing was heard counts as speaking', () => {
  const marks = { [KEY.turn('plenary', 'Ans')]: [{ startMs: 1_000, endMs: Number.MAX_SAFE_INTEGER }] }
  expect(heardLately({}, marks, 5_000)).toEqual({ lastSpoke: { Ans: 5_000 }, talkingSince: {} })
})
