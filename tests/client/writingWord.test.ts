import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { exportMarkdown } from '../../server/exports/export.ts'
import { EDITOR_LIMITS } from '../../shared/agreement/limits.ts'
import { charactersIn, paragraphs, plain } from '../../shared/agreement/richText.ts'
import { bullet, fromWord, note, paragraph, softBroken, table, withNote, wordsOf } from './support/word.ts'
import { writing } from './support/writers.ts'

const upTo = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** Two hundred kilobytes of a report. */
const REPORT = fromWord(
  ...upTo(130, (i) => paragraph(wordsOf(600, i))),
  ...upTo(200, (i) => bullet(wordsOf(80, 100 + i))),
  ...upTo(40, (i) => softBroken(wordsOf(90, 400 + i), wordsOf(90, 500 + i))),
  table(...upTo(60, (i) => [wordsOf(60, 600 + i), wordsOf(60, 700 + i)])),
  withNote(wordsOf(200, 900)),
  note('Bron: het college.'),
)

test('[V26] a report of two hundred kilobytes is refused with its numbers, and nothing has changed', () => {
  expect(REPORT.length).toBeGreaterThan(200_000)
  const anna = writing(paragraphs('Dit stond er al.'))
  const before = Y.encodeStateVector(anna.doc)
  const changes: unknown[] = []
  anna.doc.on('update', (update) => changes.push(update))
  anna.goToEnd()
  anna.editor.view.pasteHTML(REPORT)
  expect(anna.full()).toBeGreaterThan(40_000)
  expect(changes).toEqual([])
  expect(Y.encodeStateVector(anna.doc)).toEqual(before)
  expect(plain(anna.text())).toBe('Dit stond er al.')
  anna.type(' En dit kan erbij.')
  expect(anna.full()).toBeNull()
  expect(plain(anna.text())).toBe('Dit stond er al. En dit kan erbij.')
})

const LINES = [
  ...upTo(6, (i) => wordsOf(730, i)),
  ...upTo(40, (i) => wordsOf(84, 100 + i)),
  wordsOf(120, 300),
  wordsOf(120, 301),
]
const LETTER = fromWord(
  ...LINES.slice(0, 6).map(paragraph),
  ...LINES.slice(6, 46).map(bullet),
  softBroken(...LINES.slice(46)),
)

test('[V26] nearly eight thousand characters from Word come in whole: words apart, bullets as lines', () => {
  const anna = writing(paragraphs(''))
  anna.goToEnd()
  anna.editor.view.pasteHTML(LETTER)
  expect(anna.full()).toBeNull()
  expect(anna.fault()).toBeNull()
  const text = anna.text()
  expect(charactersIn(text)).toBeGreaterThan(7_700)
  expect(text.map(({ kind }) => kind)).toEqual([
    ...upTo(6, () => 'paragraph'),
    'bullets',
    'paragraph',
    'paragraph',
  ])
  const told = [
    ...LINES.slice(0, 6),
    LINES.slice(6, 46)
      .map((line) => `- ${line}`)
      .join('\n'),
    ...LINES.slice(46),
  ].join('\n\n')
  expect(plain(text)).toBe(told)
  const agreement = { number: 1, mergedFrom: [], title: 'Uit Word', text, why: [] }
  const there = { number: 1, role: 'lawful', roleName: 'Rechtmatig', unread: false } as const
  const exported = exportMarkdown({
    title: 'Dialoog',
    date: null,
    tables: [{ ...there, agreements: [agreement] }],
  })
  expect(exported.slice(exported.indexOf(told.slice(0, 20))).trimEnd()).toBe(told)
})

test('[V26] a table, a soft break, smart quotes and a footnote keep their words apart', () => {
  const anna = writing(paragraphs(''))
  anna.editor.view.pasteHTML(
    fromWord(
      table(['Wie', 'Wat'], ['Riet', '“Zaal”']),
      softBroken('Eerst dit', 'dan dat'),
      withNote('Samen aan tafel'),
      note('Bron: het college.'),
    ),
  )
  expect(plain(anna.text()).split('\n\n').filter(Boolean)).toEqual([
    'Wie',
    'Wat',
    'Riet',
    '“Zaal”',
    'Eerst dit',
    'dan dat',
    'Samen aan tafel[1]',
    '[1] Bron: het college.',
  ])
})

test('[V26] pasting that is held stops at the limit, and what is refused sends nothing', () => {
  const anna = writing(paragraphs(''))
  let changes = 0
  anna.doc.on('update', () => changes++)
  const piece = fromWord(paragraph(wordsOf(300, 1)), bullet(wordsOf(60, 2)))
  for (let press = 0; press < 150; press++) {
    anna.goToEnd()
    anna.editor.view.pasteHTML(piece)
  }
  expect(charactersIn(anna.text())).toBeLessThanOrEqual(EDITOR_LIMITS.field)
  expect(charactersIn(anna.text())).toBeGreaterThan(EDITOR_LIMITS.field - 400)
  expect(anna.full()).toBeGreaterThan(EDITOR_LIMITS.field)
  expect(changes).toBeLessThan(100)
  expect(anna.fault()).toBeNull()
})
