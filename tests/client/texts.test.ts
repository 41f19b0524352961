// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIRST_WORDS, type MessageKey } from '../../client/parts/ui/catalogues.ts'
import { FETCHED } from './support/words.ts'

const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('client', file), 'utf8') }))

const CATALOGUES: readonly object[] = [...FIRST_WORDS, ...FETCHED]
const CATALOGUE: Record<string, unknown> = Object.assign({}, ...CATALOGUES)

test('a message that is in no catalogue does not compile', () => {
  // @ts-expect-error -- no such message
  const nowhere: MessageKey = 'agreement.nowhere'
  expect(nowhere in CATALOGUE).toBe(false)
})

test('no two catalogues name a message alike', () => {
  const keys = CATALOGUES.flatMap((each) => Object.keys(each))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('only the screens of whoever leads name what comes with them', () => {
  const theirs = /^(app\/desk|app\/organise|parts\/facilitate)\//
  const others = sources.filter(({ file, text }) => !theirs.test(file) && /['`]desk\.\w/.test(text))
  expect(others.map(({ file }) => file)).toEqual([])
})

test('every message that a screen names is in a catalogue', () => {
  const missing = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bt\(\s*'([^']+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((key) => !(key in CATALOGUE))
      .map((key) => `${file}: ${key}`),
  )
  expect(missing).toEqual([])
})
