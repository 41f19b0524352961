import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clashes, spreadEvenly } from '../../shared/dialogue/split/seating.ts'
import { GROUPS, type Person } from '../../shared/dialogue/model.ts'
import { given, inPlenary, leaves, organiser } from './support/sentence.ts'

const anyPeople = fc
  .array(fc.record({ group: fc.constantFrom(...GROUPS), joined: fc.boolean() }), {
    minLength: 1,
    maxLength: 80,
  })
  .map((list) =>
    list.map(({ group, joined }, index): Person => ({
      id: `p${index}`,
      name: `P${index}`,
      role: 'participant',
      group,
      detail: null,
      joined,
      left: false,
      phone: false,
    })),
  )
const tablesOf = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `t${index}` }))
const spreadOf = (counts: number[]) => Math.max(...counts) - Math.min(...counts)

test('[T8] tables and each group at them differ by one at most, and everybody has a seat', () => {
  fc.assert(
    fc.property(anyPeople, fc.integer({ min: 1, max: 12 }), (people, count) => {
      const tables = tablesOf(count)
      const seats = spreadEvenly(people, tables, [], {})
      expect(Object.keys(seats)).toHaveLength(people.length)
      const at = (table: string, group?: string) =>
        people.filter((person) => seats[person.id] === table && (!group || person.group === group)).length
      expect(spreadOf(tables.map(({ id }) => at(id)))).toBeLessThanOrEqual(1)
      for (const group of GROUPS)
        expect(spreadOf(tables.map(({ id }) => at(id, group)))).toBeLessThanOrEqual(1)
      expect(spreadEvenly(people, tables, [], seats)).toEqual(seats)
    }),
  )
})

test('pinned people keep their seats', () => {
  fc.assert(
    fc.property(anyPeople, fc.nat(100), (people, pick) => {
      const tables = tablesOf(4)
      const pinned = people.filter((_, index) => index % 3 === 0).map(({ id }) => id)
      const seats = Object.fromEntries(people.map(({ id }, index) => [id, `t${(index * 7 + pick) % 4}`]))
      const next = spreadEvenly(people, tables, pinned, seats)
      for (const id of pinned) expect(next[id]).toBe(seats[id])
      expect(Object.keys(next)).toHaveLength(people.length)
    }),
  )
})

test('somebody pinned to a table that is gone is seated anew', () => {
  const person: Person = {
    id: 'a',
    name: 'A',
    role: 'participant',
    group: null,
    detail: null,
    joined: true,
    left: false,
    phone: false,
  }
  expect(spreadEvenly([person], tablesOf(1), ['a'], { a: 'gone' })).toEqual({ a: 't0' })
})

test('a good plan has no clashes', () => {
  const { state } = given(inPlenary, organiser('spreadEvenly'))
  const plan = state.plan ?? { version: 1, seats: {}, pinned: [] }
  expect(clashes(state, plan).filter(({ kind }) => kind !== 'groupMissing')).toEqual([])
})

test('[T8] an empty table, one without a facilitator and one that is too full say so', () => {
  const { state } = given(inPlenary, organiser('assignFacilitator', { table: 't2', person: null }))
  const seats = Object.fromEntries(
    state.order.filter((id) => state.people[id]?.role === 'participant').map((id) => [id, 't1']),
  )
  const found = clashes(state, { version: 1, seats, pinned: [] })
  expect(found).toContainEqual({ kind: 'tooFull', table: 't1', people: 10 })
  expect(found).toContainEqual({ kind: 'noFacilitator', table: 't2' })
  expect(found.filter(({ kind }) => kind === 'empty')).toHaveLength(3)
})

test('a missing group comes with a swap that mends it without harm elsewhere', () => {
  const { state } = given(inPlenary)
  const seats = { Ans: 't1', Bram: 't1', Cees: 't1', Joop: 't2', Kees: 't2', Dina: 't2' }
  expect(clashes(state, { version: 1, seats, pinned: [] })).toContainEqual({
    kind: 'groupMissing',
    table: 't1',
    group: 'raad',
    swap: { person: 'Joop', with: 'Ans' },
  })
  const swapped = { ...seats, Joop: 't1', Ans: 't2' }
  expect(
    clashes(state, { version: 1, seats: swapped, pinned: [] }).filter(({ kind }) => kind === 'groupMissing'),
  ).toEqual([])
})

test('who is pinned is not suggested', () => {
  const { state } = given(inPlenary)
  const seats = { Ans: 't1', Bram: 't1', Joop: 't2', Kees: 't2' }
  const found = clashes(state, { version: 1, seats, pinned: ['Ans', 'Joop'] })
  expect(found).toContainEqual({
    kind: 'groupMissing',
    table: 't1',
    group: 'raad',
    swap: { person: 'Kees', with: 'Bram' },
  })
})

test('the organiser seats, swaps and pins; who left is not spread', () => {
  const told = given(
    inPlenary,
    leaves('Loes'),
    organiser('seatPerson', { person: 'Ans', table: 't3' }),
    organiser('pinSeat', { person: 'Ans', pinned: true }),
    organiser('spreadEvenly'),
  )
  expect(told.state.plan?.seats.Ans).toBe('t3')
  expect(told.state.plan?.seats.Loes).toBeUndefined()
  const bram = told.state.plan?.seats.Bram
  told.when(organiser('swapSeats', { first: 'Ans', second: 'Bram' }))
  expect(told.state.plan?.seats).toMatchObject({ Ans: bram, Bram: 't3' })
  told.when(organiser('seatPerson', { person: 'Ans', table: null }))
  expect(told.state.plan?.seats.Ans).toBeUndefined()
  told.when(organiser('seatPerson', { person: 'Henk', table: 't1' })).refuses('no_such_person')
})
