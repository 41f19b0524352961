import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../server/council/compare.ts'
import { paragraphsOf } from '../../server/council/paragraphs.ts'
import { COUNCIL_LIMITS } from '../../server/council/read.ts'
import { markdown } from '../../server/exports/markdown.ts'
import { odt } from '../../server/exports/odt.ts'
import { councilPackage } from '../../server/exports/package.ts'
import { pdf } from '../../server/exports/pdf.ts'
import type { Words } from '../../shared/agreement/canonical.ts'
import { plainDifference } from '../../shared/agreement/difference.ts'
import { anyWords, words, written } from '../domain/support/words.ts'
import { packageOf, SET } from '../support/councilPackage.ts'

const PATIENT = 120_000
const verdicts = (set: readonly Words[], lines: readonly string[]) =>
  compare(set, lines).map(({ verdict }) => verdict)
const decision = (text: string) => text.trim().split('\n')

const PASTED = `
Besluit van de raad van 26 januari
1. Vooraf duidelijk. De gemeente zegt vooraf waarover inwoners
meepraten, en waarover niet.
2. Wie besluit, en wanneer? Bij elk onderwerp staat wie besluit, wanneer, en wie dat uitlegt. Zie de website.
a) het college
b) de raad; of
c) de wijk
1) eerst luisteren
2) dan besluiten
Aldus vastgesteld in de openbare vergadering.
De griffier,
`
const [FIRST, SECOND, THIRD] = SET
const TWO = [FIRST, SECOND].flatMap((one) => one ?? [])

describe('[H3] what the council took over', () => {
  test('the same words in another layout are unchanged, also without the reasons', () => {
    expect(verdicts(TWO, decision(PASTED))).toEqual(['unchanged', 'unchanged'])
  })

  test('one altered comma flips it, and only that agreement', () => {
    for (const [from, to] of [
      ['meepraten, en', 'meepraten en'],
      ['vooraf waarover', 'vooraf, waarover'],
      ['niet.', 'niet'],
      ['inwoners', 'bewoners'],
    ] as const)
      expect(verdicts(TWO, decision(PASTED.replace(from, to)))).toEqual(['changed', 'unchanged'])
  })

  test('a sentence more is a change, wherever it stands', () => {
    const more = 'Het college mag hiervan afwijken.'
    for (const place of ['waarover niet.', 'Vooraf duidelijk.'])
      expect(verdicts(TWO, decision(PASTED.replace(place, `${place} ${more}`)))).toEqual([
        'changed',
        'unchanged',
      ])
    expect(verdicts(TWO, decision(PASTED.replace('2. Wie', `${more}\n2. Wie`)))).toEqual([
      'changed',
      'unchanged',
    ])
  })

  test('a change is shown word for word', () => {
    const [found] = compare(TWO, decision(PASTED.replace('inwoners', 'bewoners')))
    if (found?.verdict !== 'changed') throw new Error('it was not seen')
    expect(found.words.text).toBe('De gemeente zegt vooraf waarover bewoners meepraten, en waarover niet.')
    const told = plainDifference(TWO[0] ?? words('', ''), found.words)
    expect(told.text.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'inwoners' },
      { kind: 'added', text: 'bewoners' },
    ])
    expect(told.why.every(({ kind }) => kind === 'same')).toBe(true)
  })

  test('a reason that is there is compared too', () => {
    const one = [words('Titel', 'Tekst van de afspraak.', 'Omdat het moet.')]
    expect(verdicts(one, ['1. Titel', 'Tekst van de afspraak.', 'Waarom', 'Omdat het moet.'])).toEqual([
      'unchanged',
    ])
    expect(verdicts(one, ['1. Titel', 'Tekst van de afspraak.', 'Waarom: Omdat het moet.'])).toEqual([
      'unchanged',
    ])
    expect(verdicts(one, ['1. Titel', 'Tekst van de afspraak.', 'Waarom', 'Omdat het kan.'])).toEqual([
      'changed',
    ])
  })

  test('another title over the same words is a change', () => {
    expect(verdicts(TWO, decision(PASTED.replace('Vooraf duidelijk', 'Vooraf helder')))).toEqual([
      'changed',
      'unchanged',
    ])
  })

  test('what is not there is missing, in any order', () => {
    expect(verdicts(SET, decision(PASTED))).toEqual(['unchanged', 'unchanged', 'missing', 'missing'])
    expect(verdicts(TWO.toReversed(), decision(PASTED))).toEqual(['unchanged', 'unchanged'])
    expect(verdicts(TWO, ['De raad besluit niets.'])).toEqual(['missing', 'missing'])
    expect(verdicts([], decision(PASTED))).toEqual([])
  })

  test('a list of contents is no agreement; said twice, it is changed when one of them is', () => {
    const twice = (second: string) => [
      '1. A en B ..... 3',
      'Inhoud',
      '1. A en B',
      '2. C en D',
      '1. A en B',
      'Tekst.',
      '2. C en D',
      second,
      'Bijlage: de teksten',
      '2. C en D',
      'Anders.',
    ]
    const set = [words('A en B', 'Tekst.'), words('C en D', 'Anders.')]
    expect(verdicts(set, twice('Anders.'))).toEqual(['unchanged', 'unchanged'])
    expect(verdicts(set, twice('Anders!'))).toEqual(['unchanged', 'changed'])
  })

  test('words behind the lines that we put there are seen', () => {
    const hash = '0a'.repeat(32)
    const lines = ['1. A en B', 'Tekst.', 'Controlegetal:', hash, 'Met uitzondering van de zomer.']
    expect(verdicts([words('A en B', 'Tekst.')], lines)).toEqual(['changed'])
    expect(verdicts([words('A en B', 'Tekst.')], lines.slice(0, 4))).toEqual(['unchanged'])
  })
})

describe('a package as it was sent comes back unchanged', { timeout: PATIENT }, () => {
  const titled = fc
    .array(anyWords(written), { minLength: 1, maxLength: 4 })
    .map((set) => set.map((one, index): Words => ({ ...one, title: `Wat wij ${'abcd'[index]} afspreken` })))
  const read = (name: string, bytes: Uint8Array) => paragraphsOf({ name, bytes }, COUNCIL_LIMITS.unpacked)
  const asMarkdown = (set: readonly Words[]) =>
    read('p.md', new TextEncoder().encode(markdown(councilPackage(packageOf(set)))))
  const asOdt = (set: readonly Words[]) => read('p.odt', odt(councilPackage(packageOf(set))))
  const asPdf = async (set: readonly Words[]) => read('p.pdf', await pdf(councilPackage(packageOf(set))))
  const all = (set: readonly Words[]) => set.map(() => 'unchanged')

  test('as Markdown and as OpenDocument, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(titled, async (set) => {
        expect(verdicts(set, await asMarkdown(set))).toEqual(all(set))
        expect(verdicts(set, await asOdt(set))).toEqual(all(set))
      }),
      { numRuns: 60 },
    )
  })

  test('as PDF, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(titled, async (set) => {
        expect(verdicts(set, await asPdf(set))).toEqual(all(set))
      }),
      { numRuns: 6 },
    )
  })

  test('the evening, in each form; and with one comma more it does not', async () => {
    for (const form of [asMarkdown, asOdt, asPdf]) {
      expect(verdicts(SET, await form(SET))).toEqual(all(SET))
      const other = { ...words('', ''), ...THIRD, text: words('', 'Wie iets vraagt, of inbrengt.').text }
      const changed = SET.map((one) => (one === THIRD ? other : one))
      expect(verdicts(SET, await form(changed))).toEqual(['unchanged', 'unchanged', 'changed', 'unchanged'])
    }
  })
})
