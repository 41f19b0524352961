import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  favourable,
  noCounts,
  OPEN_MS,
  QUESTIONS,
  RATINGS,
  SHOWN_FROM,
  told,
  type Counts,
  type Ratings,
} from '../../shared/dialogue/evaluation/evaluation.ts'

const DAY_MS = 24 * 3_600_000
const ENDED = 1_000

const anyRatings: fc.Arbitrary<Ratings> = fc.record(
  Object.fromEntries(QUESTIONS.map((question) => [question, fc.constantFrom(...RATINGS)])),
  { requiredKeys: [] },
)
const anyAnswers = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: OPEN_MS - 1 }), ratings: anyRatings, words: fc.string() }),
  { maxLength: 14 },
)

function counted(answers: readonly Ratings[]): Counts {
  const counts = noCounts()
  for (const ratings of answers)
    for (const question of QUESTIONS) {
      const rating = ratings[question]
      if (rating) counts[question][rating] += 1
    }
  return counts
}

describe('figures that are told', () => {
  test('are the same at whatever moment one looks, so that no difference tells what one person said', () => {
    fc.assert(
      fc.property(anyAnswers, fc.array(fc.integer({ min: 0, max: 20 * DAY_MS })), (answers, moments) => {
        const lookedAt = (ms: number) => {
          const given = answers.filter(({ at }) => at <= ms)
          const read = {
            answered: given.length,
            counts: counted(given.map(({ ratings }) => ratings)),
            words: given.map(({ words }) => words),
          }
          return told(read, ENDED, ENDED + ms)
        }
        // also right before and after each answer
        const all = [...moments, ...answers.flatMap(({ at }) => [at - 1, at]), OPEN_MS, 30 * DAY_MS]
        const seen = all.map(lookedAt).filter((one) => one !== null)
        expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBeLessThanOrEqual(1)
        expect(seen.length > 0).toBe(answers.length >= SHOWN_FROM)
        for (const { counts } of seen)
          for (const question of QUESTIONS) {
            const { of } = favourable(counts, question)
            expect(of === 0 || of >= SHOWN_FROM).toBe(true)
          }
      }),
    )
  })

  test('come a minute after the questions have closed: whoever pressed at the last moment is in', () => {
    const five = { answered: 5, counts: noCounts(), words: [] }
    expect(told(five, ENDED, ENDED + OPEN_MS)).toBeNull()
    expect(told(five, ENDED, ENDED + OPEN_MS + 60_000)).not.toBeNull()
    expect(told({ ...five, answered: 4 }, ENDED, ENDED + 30 * DAY_MS)).toBeNull()
  })
})
