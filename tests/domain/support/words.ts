import * as fc from 'fast-check'
import type { Words } from '../../../shared/agreement/canonical.ts'
import type { Block, Mark, RichText, Span } from '../../../shared/agreement/richText.ts'

export const spans = (text: string, ...marks: Mark[]): Span[] => [{ text, marks }]
export const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: spans(text) })
export const words = (title: string, text: string, why = ''): Words => ({
  title,
  text: [paragraph(text)],
  why: why ? [paragraph(why)] : [],
})

const link = fc.constantFrom('https://dialoog.example/a?b=c&d=(e)', 'mailto:griffie@gemeente.example')
const marks: fc.Arbitrary<Mark[]> = fc
  .record({
    link: fc.option(link, { nil: undefined, freq: 5 }),
    strong: fc.boolean(),
    em: fc.boolean(),
  })
  .map(({ link: address, strong, em }) => [
    ...(address ? [{ link: address }] : []),
    ...(strong ? (['strong'] as const) : []),
    ...(em ? (['em'] as const) : []),
  ])

const text = (line: fc.Arbitrary<string>): fc.Arbitrary<RichText> => {
  const row = fc.array(fc.record({ text: line, marks }), { minLength: 1, maxLength: 4 })
  const items = fc.array(row, { minLength: 1, maxLength: 3 })
  return fc.array(
    fc.oneof(
      { weight: 3, arbitrary: row.map((one): Block => ({ kind: 'paragraph', spans: one })) },
      { weight: 1, arbitrary: items.map((all): Block => ({ kind: 'bullets', items: all })) },
      { weight: 1, arbitrary: items.map((all): Block => ({ kind: 'numbers', items: all })) },
    ),
    { minLength: 1, maxLength: 4 },
  )
}

/** Any words at all, of lines as they are given. */
export const anyWords = (line: fc.Arbitrary<string>): fc.Arbitrary<Words> =>
  fc.record({ title: line, text: text(line), why: fc.oneof(fc.constant([]), text(line)) })

/** Words as people write them, with the signs that mean something to some kind of file. */
export const written: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...'de gemeente vraagt inwoners vóór er een plan ligt, één keer; “ja” of nee: 10 werkdagen! *niet* _zo_ <b> & [x](y) # ~ `z` | \\ 1. 2) - + = > $ ^ œuvre … Șt. łódź'.split(
        ' ',
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.join(' '))
