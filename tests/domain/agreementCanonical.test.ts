import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonical, canonicalWords, hashOf } from '../../shared/agreement/canonical.ts'
import { plain, type Mark } from '../../shared/agreement/richText.ts'
import { anyWords, paragraph, spans, words } from './support/words.ts'

const sha256 = (utf8: string) => createHash('sha256').update(utf8, 'utf8').digest('hex')
const hash = (one: Parameters<typeof hashOf>[0]) => hashOf(one, sha256)
const binary = fc.string({ unit: 'binary', maxLength: 12 })
const hostile = fc.oneof(
  binary,
  fc
    .array(
      fc.constantFrom(
        'a',
        'e',
        '\u0301',
        ' ',
        '\n',
        '\u200d',
        '\u200c',
        '\ufeff',
        '\u200b',
        'ی',
        '👩',
        '\u00a0',
      ),
      {
        maxLength: 10,
      },
    )
    .map((all) => all.join('')),
)

test('canonical words are their own canonical words', () => {
  fc.assert(
    fc.property(anyWords(hostile), (one) => {
      const once = canonicalWords(one)
      expect(canonicalWords(once)).toEqual(once)
      expect(canonical(once)).toBe(canonical(one))
      expect(JSON.parse(canonical(one))).toEqual(once)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  '\u00ad',
  '\u200b',
  '\u200e',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u0000',
  '\u0007',
  '\u2060',
  '\u200d',
  '\u200c',
  '\ud800',
])('what nobody sees makes no other words: %j', (sign) => {
  for (const text of [`${sign}afspraak`, `af${sign}spraak`, `afspraak${sign}`])
    expect(hash(words(text, text, text))).toBe(hash(words('afspraak', 'afspraak', 'afspraak')))
})

test('what joins letters and pictures stays', () => {
  for (const text of ['می‌خواهم', '👩‍👩‍👧 en 🏳️‍🌈', 'क्‍ष'])
    expect(canonicalWords(words(text, text)).title).toBe(text)
})

test('a letter and its mark put together, other lines and more white space are the same words', () => {
  expect(hash(words('Vóór', 'e\u0301e\u0301n  keer\r\nper\tjaar\u00a0'))).toBe(
    hash(words('Vóór', ' één keer per jaar')),
  )
  expect(
    canonicalWords({
      title: ' ',
      text: [paragraph(' \n'), { kind: 'bullets', items: [spans(' ')] }],
      why: [],
    }),
  ).toEqual({
    title: '',
    text: [],
    why: [],
  })
})

test('one comma more is another text, in title, text and reason', () => {
  fc.assert(
    fc.property(fc.constantFrom('title', 'text', 'why'), fc.nat(20), (where, at) => {
      const base = 'De gemeente vraagt het eerst'
      const comma = `${base.slice(0, at)},${base.slice(at)}`
      const of = (one: string) =>
        words(one === 'title' ? comma : base, one === 'text' ? comma : base, one === 'why' ? comma : base)
      expect(hash(of(where))).not.toBe(hash(of('')))
    }),
  )
})

describe('marks', () => {
  const withMarks = (...marks: Mark[]) => ({
    ...words('T', ''),
    text: [{ kind: 'paragraph' as const, spans: spans('woord', ...marks) }],
  })

  test('their order says nothing, nor does saying one twice', () => {
    const link = { link: 'https://a.example/' }
    expect(hash(withMarks('em', 'strong', link, 'em'))).toBe(hash(withMarks(link, 'strong', 'em')))
    expect(hash(withMarks('em'))).not.toBe(hash(withMarks('strong')))
  })

  test('a link goes to the web or to mail, or nowhere', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://',
      'http://a b',
    ])
      expect(hash(withMarks({ link: address }))).toBe(hash(withMarks()))
    for (const address of ['https://a.example/', 'http://a.example', 'mailto:a@b.example'])
      expect(hash(withMarks({ link: address }))).not.toBe(hash(withMarks()))
  })

  test('neighbours with equal marks are one, and nobody sees in which of two a space stands', () => {
    const of = (...parts: [string, ...Mark[]][]) =>
      hash({
        ...words('T', ''),
        text: [{ kind: 'paragraph', spans: parts.flatMap(([text, ...marks]) => spans(text, ...marks)) }],
      })
    expect(of(['een '], ['twee'])).toBe(of(['een twee']))
    expect(of(['een ', 'strong'], ['twee'])).toBe(of(['een', 'strong'], [' twee']))
    expect(of(['een', 'strong'], [' '], ['twee', 'strong'])).toBe(of(['een twee', 'strong']))
    expect(of(['e'], ['\u0301'])).toBe(of(['é']))
  })
})

test('two lists of one kind on top of each other are one', () => {
  const list = (...items: string[]) => ({ kind: 'numbers' as const, items: items.map((item) => spans(item)) })
  const base = words('T', '')
  expect(hash({ ...base, text: [list('a'), paragraph(' '), list('b')] })).toBe(
    hash({ ...base, text: [list('a', 'b')] }),
  )
  expect(hash({ ...base, text: [{ kind: 'bullets', items: [spans('a')] }] })).not.toBe(
    hash({ ...base, text: [list('a')] }),
  )
})

test('plain text: paragraphs by a blank line, items as they are read', () => {
  expect(
    plain([
      paragraph('Een.'),
      { kind: 'bullets', items: [spans('a'), spans('b')] },
      { kind: 'numbers', items: [spans('c'), [...spans('d', 'strong'), ...spans('e')]] },
    ]),
  ).toBe('Een.\n\n- a\n- b\n\n1. c\n2. de')
})
