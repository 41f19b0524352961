import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengthOf, mergeIntervals, type Interval } from '../../shared/dialogue/time/intervals.ts'
import { nothingBetween, withPauses, wordsIn } from '../../shared/dialogue/time/pauses.ts'

const of = (...edges: [number, number][]): Interval[] => edges.map(([startMs, endMs]) => ({ startMs, endMs }))
const nothing = nothingBetween
const said = (...edges: [number, number][]) => wordsIn({ Eva: of(...edges) })('Ans')
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
    expect(withPauses(paused, { ...nothing, others: said([1_950, 2_700]) })).toEqual(paused)
    expect(withPauses(paused, { ...nothing, others: said([2_750, 9_000]) })).toEqual(paused)
    expect(withPauses(paused, { ...nothing, others: said([2_100, 2_800]) })).toEqual(of([0, 3_800]))
    expect(withPauses(paused, { ...nothing, others: said([100, 2_000], [2_800, 9_000]) })).toEqual(
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

test('[S1] whatever was said, muted and broken off: the same as looking at each pause by itself', () => {
  const stretch = fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 1_500 }))
  const inOrder = fc
    .array(stretch, { maxLength: 12 })
    .map((all) => of(...all.map(([from, ms]): [number, number] => [from, from + ms])))
    .map((all) => all.toSorted((a, b) => a.startMs - b.startMs))
  const moments = fc.array(fc.nat(20_000), { maxLength: 5 }).map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(inOrder, inOrder, inOrder, inOrder, moments, (first, eva, bram, breaks, mutes) => {
      const own = mergeIntervals(first)
      const joined = withPauses(own, {
        others: wordsIn({ Ans: own, Eva: mergeIntervals(eva), Bram: mergeIntervals(bram) })('Ans'),
        breaks,
        mutes,
      })
      const others = [...mergeIntervals(eva), ...mergeIntervals(bram)]
      for (const [index, { startMs }] of own.entries()) {
        const since = own[index - 1]?.endMs
        if (since === undefined) continue
        const over = (one: Interval) => one.startMs < startMs && one.endMs > since
        const theirs =
          startMs - since <= 1_000 &&
          !others.some((one) => one.endMs - one.startMs > 700 && over(one)) &&
          !breaks.some(over) &&
          !mutes.some((at) => over({ startMs: at - 50, endMs: at + 50 }))
        expect(joined.some((one) => one.startMs <= since && one.endMs >= startMs)).toBe(theirs)
      }
      expect(lengthOf(joined)).toBeGreaterThanOrEqual(lengthOf(own))
    }),
  )
})
