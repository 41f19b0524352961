import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  lengthOf,
  mergeIntervals,
  within,
  without,
  type Interval,
} from '../../shared/dialogue/time/intervals.ts'
import { meterViews, ownBalance, roomBalance, totalOf, wordsFor } from '../../shared/dialogue/time/meter.ts'
import type { Spoken, Times } from '../../shared/dialogue/time/timeBook.ts'
import { atTables, given, inPlenary } from './support/sentence.ts'

const at = (startMs: number, endMs: number): Interval => ({ startMs, endMs })
const none = { now: [], earlier: [] }
const tables = given(atTables).state
/** Everything that was heard counts. */
const heard = (counted: Spoken): Times => ({ counted, measured: counted, turnMs: {}, freeMs: {} })

test('[S1] time is kept per person over plenary and tables', () => {
  const spoken = { plenary: { Ans: 1_000 }, t1: { Ans: 2_000 }, t2: { Bram: 9 } }
  expect(totalOf(spoken, 'Ans')).toBe(3_000)
})

const anyInterval = fc
  .tuple(fc.nat(1_000), fc.integer({ min: 1, max: 200 }))
  .map(([start, length]) => at(start, start + length))

test('merging gives disjoint stretches in order and covers every millisecond that was spoken', () => {
  fc.assert(
    fc.property(fc.array(anyInterval), (intervals) => {
      const merged = mergeIntervals(intervals, 0)
      const spoken = new Set(
        intervals.flatMap(({ startMs, endMs }) =>
          Array.from({ length: endMs - startMs }, (_, i) => startMs + i),
        ),
      )
      expect(lengthOf(merged)).toBe(spoken.size)
      for (const [index, one] of merged.entries())
        expect(one.startMs).toBeGreaterThan(merged[index - 1]?.endMs ?? -1)
      expect(mergeIntervals(merged, 0)).toEqual(merged)
    }),
  )
})

test('what two lists both hold is what is left when everything outside is taken out', () => {
  fc.assert(
    fc.property(fc.array(anyInterval), fc.array(anyInterval), (some, frame) => {
      const [one, other] = [mergeIntervals(some), mergeIntervals(frame)]
      expect(lengthOf(within(one, other))).toBe(lengthOf(one) - lengthOf(without(one, other)))
      expect(within(one, other)).toEqual(within(other, one))
    }),
  )
})

test("[S7] a facilitator's guiding and a silence are taken out, whatever the overlap", () => {
  expect(without([at(0, 10_000)], [at(2_000, 3_000), at(9_000, 20_000)])).toEqual([
    at(0, 2_000),
    at(3_000, 9_000),
  ])
  fc.assert(
    fc.property(fc.array(anyInterval), fc.array(anyInterval), (intervals, cuts) => {
      const rest = without(intervals, cuts)
      const both = lengthOf(mergeIntervals([...intervals, ...cuts], 0))
      expect(lengthOf(rest)).toBe(both - lengthOf(mergeIntervals(cuts, 0)))
    }),
  )
})

test('[S3] shares in words', () => {
  const together = 600_000
  expect(wordsFor(0, 0, together)).toBe('none')
  expect(wordsFor(1, 0.49, together)).toBe('muchLess')
  expect(wordsFor(1, 0.5, together)).toBe('less')
  expect(wordsFor(1, 0.85, together)).toBe('equal')
  expect(wordsFor(1, 1.15, together)).toBe('equal')
  expect(wordsFor(1, 1.16, together)).toBe('more')
  expect(wordsFor(1, 1.76, together)).toBe('muchMore')
})

test('[S3] in the first minute nobody is told that they speak too little or too much', () => {
  expect(wordsFor(50_000, 8, 59_999)).toBe('early')
  expect(wordsFor(0, 0, 1_000)).toBe('none')
})

test('[S3] a participant sees the own balance, and nothing from which others’ time can be worked out', () => {
  const spoken = heard({ t1: { Ans: 100_000, Eva: 300_000 } })
  const view = meterViews(tables, spoken, none)('Ans')
  expect(view.rooms).toEqual([])
  expect(view.own?.spokenMs).toBe(100_000)
  const other = meterViews(tables, heard({ t1: { Ans: 100_000, Eva: 310_000 } }), none)('Ans')
  expect(other).toEqual(view)
})

test('[S4] persons and groups are for whoever leads the room, and for the organiser', () => {
  const spoken = heard({ t1: { Ans: 100_000, Eva: 300_000 } })
  expect(meterViews(tables, spoken, none)('Femke').rooms.map(({ room }) => room)).toEqual(['t1', 't3'])
  expect(meterViews(tables, spoken, none)('Olga').rooms).toHaveLength(5)
  for (const viewer of ['Henk', 'Toos', 'Tariq', 'Bram'])
    expect(meterViews(tables, spoken, none)(viewer).rooms).toEqual([])
})

test('[S4] people stand in the order of their seats, whoever spoke most', () => {
  const { people } = roomBalance(tables, 't1', heard({ t1: { Eva: 300_000 } }))
  const seats = tables.order.filter((id) => tables.seating?.seats[id] === 't1')
  expect(people.map(({ person }) => person)).toEqual(seats)
  expect(people.find(({ person }) => person === 'Ans')).toMatchObject({
    silent: true,
    words: 'none',
    share: 0,
  })
  expect(people.find(({ person }) => person === 'Eva')).toMatchObject({ silent: false, share: seats.length })
})

test('[S5] groups are shown against their part of the seats', () => {
  const { state } = given(inPlenary)
  const { groups } = roomBalance(
    state,
    'plenary',
    heard({ plenary: { Ans: 30_000, Joop: 90_000, Femke: 500_000 } }),
  )
  expect(groups).toEqual([
    { group: 'inwoner', seats: 6, free: 0, spokenMs: 30_000, share: 0.25, seatShare: 0.6 },
    { group: 'college', seats: 1, free: 0, spokenMs: 0, share: 0, seatShare: 0.1 },
    { group: 'raad', seats: 2, free: 0, spokenMs: 90_000, share: 0.75, seatShare: 0.2 },
    { group: 'ambtenaar', seats: 1, free: 0, spokenMs: 0, share: 0, seatShare: 0.1 },
  ])
})

test('[S5] of a group of which one came all the seats are told, and the share is of those that were taken', () => {
  const { state } = given(inPlenary)
  const residents = state.order.filter((id) => state.people[id]?.group === 'inwoner')
  const came = new Set(residents.slice(0, 1))
  const people = Object.fromEntries(
    Object.entries(state.people).map(([id, one]) => [
      id,
      residents.includes(id) ? { ...one, joined: came.has(id) } : one,
    ]),
  )
  const [first] = roomBalance({ ...state, people }, 'plenary', heard({})).groups
  expect(first).toMatchObject({ group: 'inwoner', seats: 1, free: residents.length - 1, seatShare: 0.2 })
})

test('[S7] helpers, observers, interpreters and the organiser have no balance', () => {
  for (const person of ['Henk', 'Toos', 'Tariq', 'Olga', 'nobody'])
    expect(ownBalance(tables, person, heard({}))).toBeNull()
})

test('[S8] a gap is named to those in the room and to those who lead it', () => {
  const gaps = { now: ['t1'], earlier: ['t1', 't2'] }
  expect(meterViews(tables, heard({}), gaps)('Ans')).toMatchObject({ gaps: ['t1'], incomplete: [] })
  expect(meterViews(tables, heard({}), gaps)('Bram')).toMatchObject({ gaps: [], incomplete: [] })
  expect(meterViews(tables, heard({}), gaps)('Femke')).toMatchObject({ gaps: ['t1'], incomplete: ['t1'] })
  expect(meterViews(tables, heard({}), gaps)('Olga')).toMatchObject({
    gaps: ['t1'],
    incomplete: ['t1', 't2'],
  })
})
