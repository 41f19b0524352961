import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference, type Change } from '../../shared/agreement/difference.ts'
import { plain } from '../../shared/agreement/richText.ts'
import { anyWords, words, written } from './support/words.ts'

const said = (changes: Change[], without: Change['kind']) =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test('what stayed and came is the text after; what stayed and went is the text before', () => {
  fc.assert(
    fc.property(anyWords(written), anyWords(written), (before, after) => {
      const found = difference(before, after)
      expect(said(found.title, 'removed')).toBe(after.title)
      expect(said(found.text, 'removed')).toBe(plain(after.text))
      expect(said(found.text, 'added')).toBe(plain(before.text))
      expect(said(found.why, 'added')).toBe(plain(before.why))
    }),
  )
})

test('a word is shown as a word and a comma as a comma', () => {
  const before = words('Antwoord', 'Wie iets vraagt, krijgt binnen tien werkdagen antwoord.')
  expect(
    difference(before, words('Antwoord', 'Wie iets vraagt, krijgt binnen vijftien werkdagen een antwoord.'))
      .text,
  ).toEqual([
    { kind: 'same', text: 'Wie iets vraagt, krijgt binnen ' },
    { kind: 'removed', text: 'tien' },
    { kind: 'added', text: 'vijftien' },
    { kind: 'same', text: ' werkdagen ' },
    { kind: 'added', text: 'een ' },
    { kind: 'same', text: 'antwoord.' },
  ])
  const comma = difference(
    before,
    words('Antwoord', 'Wie iets vraagt krijgt binnen tien werkdagen antwoord.'),
  )
  expect(comma.text.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual([','])
})

test('equal words have no change, also when there are none', () => {
  expect(difference(words('T', 'een'), words('T', 'een'))).toEqual({
    title: [{ kind: 'same', text: 'T' }],
    text: [{ kind: 'same', text: 'een' }],
    why: [],
  })
})

test('texts that share nothing are shown whole', () => {
  const many = (letter: string) => Array.from({ length: 3_000 }, (_, at) => `${letter}${at}`).join('. ')
  expect(difference(words('T', many('a')), words('T', many('b'))).text).toEqual([
    { kind: 'removed', text: many('a') },
    { kind: 'added', text: many('b') },
  ])
})
