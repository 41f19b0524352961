import { describe, expect, it } from 'vitest'
import { placesIn, shownAt } from '../../client/parts/meter/review.ts'
import { endsOf, hatch, together, trendOf } from '../../client/parts/meter/trend.ts'
import { trendWords } from '../../client/parts/meter/TrendChart.tsx'
import { balanceKey, basisOf, seatWords, spanWords, timeWords } from '../../client/parts/meter/words.ts'
import { translate, type T } from '../../client/parts/ui/text.tsx'
import { wordsFor } from '../../shared/dialogue/time/meter.ts'
import type { GroupBalance, PersonBalance, RoomTrend } from '../../shared/dialogue/time/balance.ts'
import { REPORT } from './gallery/report.ts'

const dutch: T = (key, values) => translate('nl', key, values)

const anna: PersonBalance = {
  person: 'anna',
  spokenMs: 190_000,
  measuredMs: 125_000,
  share: 1,
  words: 'equal',
  silent: false,
}

describe('the words of a time', () => {
  it('[S2] say of which kind it is, and name the measured one beside it where they differ', () => {
    expect(timeWords(anna, 'speech', dutch)).toBe('3:10')
    expect(timeWords(anna, 'turns', dutch)).toBe('3:10 beurt, 2:05 gemeten')
    expect(timeWords(anna, 'both', dutch)).toBe('3:10 geteld, 2:05 gemeten')
  })

  it('[S2] say of rooms of different kinds that it is both', () => {
    expect(basisOf(['turns', 'turns'])).toBe('turns')
    expect(basisOf(['turns', 'speech'])).toBe('both')
    expect(basisOf([])).toBe('speech')
  })

  it('say seconds below a minute, whole minutes above it', () => {
    expect([0, 10_000, 59_000, 60_000, 150_000].map((ms) => spanWords(ms, dutch))).toEqual([
      '0 sec',
      '10 sec',
      '59 sec',
      '1 min',
      '3 min',
    ])
  })

  it('[S3] say that it is too early to compare, and not that seconds are equal', () => {
    expect([2_000, 15_000, 10_000].map((ms) => dutch(balanceKey(wordsFor(ms, 1, 27_000))))).toEqual(
      Array.from({ length: 3 }, () => 'nog te kort om te vergelijken'),
    )
  })

  it('[S2] say on the screen what it rests on', () => {
    expect(dutch('basis.turns')).toBe('Geteld: de beurten')
    expect(dutch('basis.speech')).toBe('Gemeten: wie er praat')
  })
})

describe('looking back', () => {
  it('[S4] offers the rooms of the report, and all of them together only when it is there', () => {
    expect(placesIn(REPORT)).toEqual(['together', 't2', 't6'])
    const own = REPORT.scopes.map((scope) => ({ ...scope, together: null }))
    expect(placesIn({ ...REPORT, scopes: own })).toEqual(['t2', 't6'])
  })

  it('[S1] shows one agenda item at one place, and nothing where nothing was said', () => {
    expect(shownAt(REPORT, 2, 't2')?.basis).toBe('turns')
    expect(shownAt(REPORT, 2, 't6')).toBeNull()
    expect(shownAt(REPORT, 'session', 'together')?.basis).toBe('both')
  })
})

const groups: GroupBalance[] = [
  { group: 'inwoner', seats: 3, free: 0, spokenMs: 50_000, share: 1, seatShare: 0.75 },
  { group: 'raad', seats: 1, free: 0, spokenMs: 0, share: 0, seatShare: 0.25 },
]
const room = (id: string, spokenMs: number[], shares: (number | null)[], gaps: boolean[]): RoomTrend => ({
  room: id,
  spokenMs,
  groups: [{ group: 'inwoner', shares }],
  gaps,
})
const part = { startMs: 1_000, stepMs: 60_000 }

describe('the trend', () => {
  it('[S5] has a row for every group with a seat, also for one that never spoke', () => {
    const rooms = [room('t1', [40_000, 0, 10_000], [1, null, 0.5], [false, false, true])]
    const trend = trendOf({ ...part, rooms }, 't1', groups)
    expect(trend?.rows.map(({ group, shares }) => [group, shares])).toEqual([
      ['inwoner', [1, null, 0.5]],
      ['raad', [0, null, 0]],
    ])
    expect(trend?.steps.map(({ startMs, gap }) => [startMs, gap])).toEqual([
      [1_000, false],
      [61_000, false],
      [121_000, true],
    ])
  })

  it('[S5] adds rooms up by how much was said in each', () => {
    const both = together([
      room('t1', [30_000, 0], [1, null], [false, false]),
      room('t2', [10_000, 20_000], [0.2, 0.5], [false, true]),
    ])
    expect(both?.spokenMs).toEqual([40_000, 20_000])
    expect(both?.groups).toEqual([{ group: 'inwoner', shares: [0.8, 0.5] }])
    expect(both?.gaps).toEqual([false, true])
  })

  it('is nothing while nobody has spoken', () => {
    expect(trendOf({ ...part, rooms: [] }, 't1', groups)).toBeNull()
    expect(trendOf({ ...part, rooms: [] }, null, groups)).toBeNull()
  })

  it('[S8] tells in words what is drawn, and that a part was not measured', () => {
    const rooms = [room('t1', [40_000, 0, 10_000], [1, null, 0.5], [false, true, false])]
    const trend = trendOf({ ...part, rooms }, 't1', groups)
    const [inwoner, raad] = trend?.rows ?? []
    if (!trend || !inwoner || !raad) throw new Error('the trend is empty')
    expect(trendWords(trend, inwoner, dutch)).toBe(
      'Inwoners: 75 procent van de bezette stoelen. Eerst 100 procent van de spreektijd, het laatst 50 procent. Een deel is niet gemeten.',
    )
    expect(endsOf({ ...raad, shares: [null, null] })).toBeNull()
  })

  it('[S5] says how many seats a group has, and how many of them are taken', () => {
    expect(seatWords({ seats: 3, free: 0 }, dutch)).toBe('3 stoelen')
    expect(seatWords({ seats: 1, free: 0 }, dutch)).toBe('1 stoel')
    expect(seatWords({ seats: 1, free: 2 }, dutch)).toBe('1 van 3 stoelen bezet')
  })

  it('[S8] hatches a gap inside its own box', () => {
    const numbers =
      hatch(100, 25, 72, 12)
        .match(/-?\d+(\.\d+)?/g)
        ?.map(Number) ?? []
    const across = numbers.filter((_, i) => i % 2 === 0)
    expect(across.length).toBeGreaterThan(4)
    expect(Math.min(...across)).toBeGreaterThanOrEqual(100)
    expect(Math.max(...across)).toBeLessThanOrEqual(125)
  })
})
