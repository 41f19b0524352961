import { expect, test } from 'vitest'
import { isPast, pairOf, rowsOf } from '../../client/parts/versions/rows.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { ReadVersion } from '../../shared/protocol.ts'

const words = (title: string) => ({ title, text: paragraphs('Samen.'), why: [] })
const version = (number: number): ReadVersion => ({
  number,
  session: 1,
  at: number,
  keptFor: 'kept',
  authors: ['Riet'],
  words: words(`V${number}`),
})
const THREE = [version(1), version(2), version(3)]
const keys = (now: string | null) =>
  rowsOf(THREE, now === null ? null : words(now)).map(({ key, isNow }) => (isNow ? `${key} now` : key))

test('newest first; the last version is how it is now as long as the words are the same', () => {
  expect(keys('  V3 ')).toEqual(['v3 now', 'v2', 'v1'])
  expect(keys(null)).toEqual(['v3 now', 'v2', 'v1'])
  expect(keys('Iets anders')).toEqual(['now now', 'v3', 'v2', 'v1'])
  expect(rowsOf([], null)).toEqual([])
})

test('a version is held against the newest, the newest against the one before, or against what was chosen', () => {
  const rows = rowsOf(THREE, words('V3'))
  const pair = (chosen: string | null, against: string | null = null) => {
    const found = pairOf(rows, chosen, against)
    return found && [found.older.key, found.newer.key]
  }
  expect(pair(null)).toEqual(['v2', 'v3'])
  expect(pair('v1')).toEqual(['v1', 'v3'])
  expect(pair('v3')).toEqual(['v2', 'v3'])
  expect(pair('v1', 'v2')).toEqual(['v1', 'v2'])
  expect(pair('v3', 'v1')).toEqual(['v1', 'v3'])
  expect(pair('v2', 'v2')).toEqual(['v2', 'v3'])
  expect(pair('gone', 'gone')).toEqual(['v2', 'v3'])
  expect(pairOf(rows.slice(0, 1), null, null)).toBeNull()
})

test('only words that do not stand there now can be put back', () => {
  const past = (now: string) => {
    const rows = rowsOf(THREE, words(now))
    return rows.filter((row) => isPast(row, rows)).map(({ key }) => key)
  }
  expect(past('V3')).toEqual(['v2', 'v1'])
  expect(past('V1')).toEqual(['v3', 'v2'])
  expect(past('Iets anders')).toEqual(['v3', 'v2', 'v1'])
})
