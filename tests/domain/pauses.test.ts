import { describe, expect, test } from 'vitest'
import type { Interval } from '../../shared/dialogue/intervals.ts'
import { withPauses } from '../../shared/dialogue/pauses.ts'

const of = (...edges: [number, number][]): Interval[] => edges.map(([startMs, endMs]) => ({ startMs, endMs }))
const nothing = { others: [], breaks: [], mutes: [] }
/** Two seconds of talk, a pause of 800 ms, a second of talk. */
const paused = of([0, 2_000], [2_800, 3_800])

describe('[S1] a pause up to a second inside somebody’s talk is theirs', () => {
  test('single words with pauses are one talk', () => {
    const words = of([0, 300], [1_100, 1_400], [2_300, 2_600], [3_600, 3_900])
    expect(withPauses(words, nothing)).toEqual(of([0, 3_900]))
  })
  test('a longer one is nobody’s', () => {
    expect(withPauses(of([0, 1_000], [2_001, 3_000]), nothing)).toEqual(of([0, 1_000], [2_001, 3_000]))
    expect(withPauses(of([0, 1_000], [2_000, 3_000]), nothing)).toEqual(of([0, 3_000]))
  })
  test('not when somebody else took the word in it, and it is when they only said yes', () => {
    expect(withPauses(paused, { ...nothing, others: of([1_950, 2_700]) })).toEqual(paused)
    expect(withPauses(paused, { ...nothing, others: of([2_750, 9_000]) })).toEqual(paused)
    expect(withPauses(paused, { ...nothing, others: of([2_100, 2_800]) })).toEqual(of([0, 3_800]))
    expect(withPauses(paused, { ...nothing, others: of([100, 2_000], [2_800, 9_000]) })).toEqual(
      of([0, 3_800]),
    )
  })
  test('not over a silence, guiding, or a moment that was not measured', () => {
    expect(withPauses(paused, { ...nothing, breaks: of([2_300, 2_400]) })).toEqual(paused)
    expect(withPauses(paused, { ...nothing, breaks: of([2_800, 2_900]) })).toEqual(of([0, 3_800]))
  })
  test('not over a microphone that was muted', () => {
    expect(withPauses(paused, { ...nothing, mutes: [2_010] })).toEqual(paused)
    expect(withPauses(paused, { ...nothing, mutes: [1_000, 3_500] })).toEqual(of([0, 3_800]))
  })
})
