import { expect, test } from 'vitest'
import {
  canMerge,
  columnsOf,
  hasBoard,
  mayHarvest,
  onBoard,
  partnersOf,
  placeAt,
} from '../../client/parts/harvest/board.ts'
import { added, together, written } from '../../client/parts/harvest/mergeDraft.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import {
  agreedInPlenary,
  fifth,
  harvest,
  inSet,
  madeOf,
  merged,
  moves,
  proposed,
  says,
  takes,
} from '../domain/support/harvest.ts'
import { given, organiser } from '../domain/support/sentence.ts'
import { agreementWith } from './support/agreements.ts'

type Told = ReturnType<typeof given>
const board = ({ state }: Told) =>
  columnsOf(state).map(({ role, inSet: set, loose }) => [
    role,
    set.map(({ agreement, standing }) => [agreement.id, agreement.place, standing]),
    loose.map(({ agreement }) => agreement.id),
  ])

test('[H2] each role has its column: what is in the set in its order, and what is agreed and not in it', () => {
  expect(board(given(harvest, takes('a2')))).toEqual([
    ['lawful', [], ['a1']],
    ['networking', [['a2', 1, 'carried']], []],
    ['performing', [], []],
    ['participating', [], []],
  ])
})

test('[C3] [H2] a card says what it waits for: the yes of a table, or to be put forward', () => {
  const told = given(proposed, says('Femke', 't1'))
  const [lawful] = columnsOf(told.state)
  expect(lawful?.inSet).toMatchObject([{ standing: 'waits', silent: [2], tables: [1] }])
  const made = columnsOf(given(merged).state)[0]
  expect(made?.inSet).toMatchObject([
    { standing: 'toPresent', tables: [1, 2], agreement: { origins: ['a1', 'a2'] } },
  ])
  const carried = given(merged, agreedInPlenary(madeOf(given(merged))!.id))
  expect(columnsOf(carried.state)[0]?.inSet).toMatchObject([{ standing: 'carried' }])
})

test('[H2] only what could be merged now is offered, also from outside the set; within one role first', () => {
  const told = given(fifth, takes('a1'), takes('a4'), takes('a2'))
  const partners = (...from: string[]) => partnersOf(told.state, from).map(({ agreement }) => agreement.id)
  expect(partners('a1')).toEqual(['a4', 'a2', 'a5'])
  expect(partners('a1', 'a4')).toEqual(['a5'])
  expect(partners('a1', 'a2')).toEqual([])
  expect(canMerge(told.state, ['a1', 'a4', 'a5'])).toBe(true)
  expect(canMerge(told.state, ['a1', 'a3'])).toBe(false)
  expect(partnersOf(given(proposed).state, ['a1'])).toEqual([])
})

test('[H2] only the organiser, outside the tables and after the first recall', () => {
  const told = given(inSet)
  expect(mayHarvest(told.state, 'Olga')).toBe(true)
  for (const other of ['Femke', 'Ans', 'Toos']) expect(mayHarvest(told.state, other)).toBe(false)
  const loose = given(harvest).state
  expect([hasBoard(loose, 'Olga'), hasBoard(loose, 'Ans')]).toEqual([true, false])
  expect(onBoard(told.state, 'Ans', told.state.agreements['a1']!)).toBe(true)
  expect(onBoard(told.state, 'Olga', told.state.agreements['a3']!)).toBe(false)
  const away = given(inSet, organiser('spreadEvenly'), organiser('announceSplit'))
  expect(mayHarvest(away.when(organiser('startTables', { version: 2 })).state, 'Olga')).toBe(false)
})

test('[H2] what is put down between two comes to stand there', () => {
  const ids = (told: Told) =>
    columnsOf(told.state).flatMap((column) =>
      column.inSet.map(({ agreement }) => [agreement.id, agreement.place]),
    )
  const told = given(fifth, takes('a1'), takes('a4'), takes('a5'))
  expect(ids(told.when(moves('a1', placeAt(1, 3, 'after'))))).toEqual([
    ['a4', 1],
    ['a5', 2],
    ['a1', 3],
  ])
  expect(ids(told.when(moves('a1', placeAt(3, 1, 'before'))))).toEqual([
    ['a1', 1],
    ['a4', 2],
    ['a5', 3],
  ])
  expect(ids(told.when(moves('a1', placeAt(1, 3, 'before'))))).toEqual([
    ['a4', 1],
    ['a1', 2],
    ['a5', 3],
  ])
  expect([placeAt(null, 2, 'before'), placeAt(null, 2, 'after')]).toEqual([2, 3])
})

test('[H2] a merging begins with the words of all; what was changed stays, and one more comes behind it', () => {
  const one = (id: string, text: string) =>
    agreementWith({
      id,
      presented: { version: 1, hash: id, words: { title: id, text: paragraphs(text), why: [] } },
    })
  const [a, b, c] = [one('a', 'Eerst.'), one('b', 'Dan.'), one('c', 'Ook.')]
  expect(together([a, b])).toEqual({ text: 'Eerst.\n\nDan.', why: '' })
  expect(added({}, c)).toEqual({})
  expect(added({ text: 'Samen.', title: 'T' }, c)).toEqual({ title: 'T', text: 'Samen.\n\nOok.' })
  expect(written('Samen.\n\n Ook.\n')).toEqual(paragraphs('Samen.', ' Ook.'))
})
