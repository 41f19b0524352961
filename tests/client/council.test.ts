import { expect, test } from 'vitest'
import { councilView } from '../../client/app/organise/council.ts'
import type { Agreement } from '../../shared/dialogue/agreements/agreement.ts'
import { session } from './organiseStates.ts'
import { agreementWith } from './support/agreements.ts'

const presented = (title: string) => ({ version: 1, words: { title, text: [], why: [] }, hash: '' })
const viewOf = (...all: Agreement[]) =>
  councilView(session({ agreements: Object.fromEntries(all.map((one) => [one.id, one])) }))

test('the set is numbered anew in the order of the tables, and knows its old number, table and note', () => {
  const view = viewOf(
    agreementWith({ id: 'a', table: 't2', number: 1, state: 'agreed', presented: presented('A') }),
    agreementWith({ id: 'b', table: 't1', number: 2 }),
    agreementWith({
      id: 'c',
      table: 't1',
      number: 3,
      state: 'agreedWithNote',
      presented: presented('C'),
      note: 'Maar …',
    }),
    agreementWith({ id: 'd', table: 't6', number: 4, state: 'presented', presented: presented('D') }),
    agreementWith({ id: 'e', table: 't6', number: 5, state: 'withdrawn' }),
  )
  expect(view).toEqual({
    set: [
      { id: 'c', number: 1, title: 'C', from: [{ table: 1, oldNumber: 3 }], withNote: true },
      { id: 'a', number: 2, title: 'A', from: [{ table: 2, oldNumber: 1 }], withNote: false },
    ],
    waiting: [
      { number: 2, table: 1 },
      { number: 4, table: 6 },
    ],
    notes: [1],
  })
})

test('[H1] a merged agreement knows every table that it came from', () => {
  const view = viewOf(
    agreementWith({ id: 'a', table: 't2', number: 1, state: 'merged', presented: presented('A') }),
    agreementWith({ id: 'b', table: 't1', number: 2, state: 'merged', presented: presented('B') }),
    agreementWith({
      id: 'c',
      table: 't2',
      number: 3,
      state: 'inSet',
      place: 1,
      origins: ['a', 'b'],
      presented: presented('C'),
    }),
  )
  expect(view.set.map(({ from }) => from)).toEqual([
    [
      { table: 2, oldNumber: 1 },
      { table: 1, oldNumber: 2 },
    ],
  ])
})

test('without agreements there is nothing in it', () => {
  expect(viewOf()).toEqual({ set: [], waiting: [], notes: [] })
})
