import { Ajv } from 'ajv'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COUNCIL_LIMITS, readCouncil } from '../../server/council/read.ts'
import { publishable } from '../../server/exports/groups.ts'
import { packageInput } from '../../server/exports/fromDialogue.ts'
import { packageJson } from '../../server/exports/json.ts'
import { markdown } from '../../server/exports/markdown.ts'
import { odt } from '../../server/exports/odt.ts'
import { councilPackage } from '../../server/exports/package.ts'
import { pdf } from '../../server/exports/pdf.ts'
import { canonicalWords, hashOf, type Words } from '../../shared/agreement/canonical.ts'
import { textOf, type Block, type Span } from '../../shared/agreement/richText.ts'
import {
  agreedInPlenary,
  everybodySays,
  fifth,
  harvest,
  madeOf,
  merged,
  merges,
  onMade,
  says,
  takes,
} from '../domain/support/harvest.ts'
import { closes, opens, walked } from '../domain/support/consent.ts'
import { given } from '../domain/support/sentence.ts'
import { anyWords, spans, words as wordsOf, written } from '../domain/support/words.ts'
import { packageOf, SET, sha256 } from '../support/councilPackage.ts'
import { readMarkdown, readOdtContent } from '../support/readExports.ts'

const paragraphOf = (...parts: Span[][]): Block => ({ kind: 'paragraph', spans: parts.flat() })
/** Right behind an exclamation mark a link in Markdown would be a picture. */
const LINK_AFTER = paragraphOf(spans('let op!'), spans('hier', { link: 'https://a.example/' }))

/** Milliseconds; a busy machine says nothing of what is read. */
const PATIENT = 120_000

const hashes = (set: readonly Words[]) => set.map((words) => hashOf(words, sha256))
const contentOf = (set: readonly Words[]) =>
  strFromU8(unzipSync(odt(councilPackage(packageOf(set))))['content.xml'] ?? new Uint8Array())
const setOfJson = (set: readonly Words[]): Words[] => JSON.parse(packageJson(packageOf(set))).agreements

describe('the set holds letter for letter the words consented to', { timeout: PATIENT }, () => {
  test('in Markdown', () => {
    expect(hashes(readMarkdown(markdown(councilPackage(packageOf(SET)))))).toEqual(hashes(SET))
  })

  test('in OpenDocument', () => {
    expect(hashes(readOdtContent(contentOf(SET)))).toEqual(hashes(SET))
  })

  test('in JSON', () => {
    expect(hashes(setOfJson(SET))).toEqual(hashes(SET))
  })

  test('in Markdown, OpenDocument and JSON, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.array(anyWords(written), { minLength: 1, maxLength: 3 }), (set) => {
        expect(hashes(readMarkdown(markdown(councilPackage(packageOf(set)))))).toEqual(hashes(set))
        expect(hashes(readOdtContent(contentOf(set)))).toEqual(hashes(set))
        expect(hashes(setOfJson(set))).toEqual(hashes(set))
      }),
      { numRuns: 60, examples: [[[{ ...wordsOf('T', ''), text: [LINK_AFTER] }]]] },
    )
  })

  test('in PDF, by the structure that a screen reader follows', async () => {
    const bytes = await pdf(councilPackage(packageOf(SET)))
    const read = await readCouncil({ name: 'pakket.pdf', bytes }, { ...COUNCIL_LIMITS, ms: PATIENT })
    const paragraphs = read.ok ? read.paragraphs : []
    for (const [index, one] of SET.entries()) {
      const { title, text } = canonicalWords(one)
      const lines = text.flatMap((block) =>
        block.kind === 'paragraph'
          ? [textOf(block.spans)]
          : block.items.map((item, at) => `${block.kind === 'bullets' ? '•' : `${at + 1}.`} ${textOf(item)}`),
      )
      const begin = paragraphs.indexOf(`${index + 1}. ${title}`)
      // a paragraph that goes over a page is told in two halves
      const told = paragraphs.slice(begin + 1).join(' ')
      expect(told.slice(0, lines.join(' ').length)).toBe(lines.join(' '))
    }
  })
})

const CHANGED = [
  { text: 'Wij nemen het over.', at: Date.UTC(2026, 10, 2, 9) },
  { text: 'Wij nemen het over, als het kan.', at: Date.UTC(2026, 10, 24, 9) },
]

test('a promise stands in the package with its day, and one that was changed with the words before it', () => {
  const once = markdown(councilPackage(packageOf(SET)))
  expect(once).toContain('## De belofte van de raad')
  expect(once).toContain('Wij nemen de afspraken over zoals ze zijn opgeschreven.')
  expect(once).toContain('Vastgelegd op 2 november 2026.')
  expect(once).not.toContain('stond hier')
  const twice = markdown(councilPackage({ ...packageOf(SET), promises: CHANGED }))
  const told = [
    'Wij nemen het over, als het kan.',
    'Veranderd op 24 november 2026.',
    'Van 2 november 2026 tot 24 november 2026 stond hier:',
    'Wij nemen het over.',
  ]
  const places = told.map((words) => twice.lastIndexOf(words))
  expect(Math.min(...places)).toBeGreaterThan(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(markdown(councilPackage({ ...packageOf(SET), promises: [] }))).not.toContain('belofte')
  expect(JSON.parse(packageJson({ ...packageOf(SET), promises: CHANGED }))).toMatchObject({
    promise: 'Wij nemen het over, als het kan.',
    promises: [
      { text: 'Wij nemen het over.', date: '2026-11-02' },
      { text: 'Wij nemen het over, als het kan.', date: '2026-11-24' },
    ],
  })
})

test('the data are as the published schema says', () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync('docs/schema/agreements.json', 'utf8')),
  )
  for (const input of [
    packageOf(SET),
    { ...packageOf([]), groups: [], promises: [], locale: 'en' as const },
  ]) {
    validate(JSON.parse(packageJson(input)))
    expect(validate.errors).toBeNull()
  }
  expect(validate({ ...JSON.parse(packageJson(packageOf(SET))), people: ['Riet'] })).toBe(false)
})

describe('[H1] a merged agreement', () => {
  const inputOf = ({ state, world: { log } }: ReturnType<typeof given>) =>
    packageInput({ locale: 'nl', sessions: [state], logs: [log], groups: [], evaluations: [] })
  const origin = (table: number, oldNumber: number) => ({ table, oldNumber, session: 1, version: 1 })

  test('names every table that it came from, each with its own number, version and objection', () => {
    const three = given(fifth, takes('a1'), takes('a2'), takes('a4'), merges(['a1', 'a4']))
    three.when(says('Femke', 't1'), says('Frank', 'tbl1'))
    three.when(merges([madeOf(three)!.id, 'a2'], 'Over de rollen'))
    three.when(says('Femke', 't1'), says('Frank', 't2'), says('Frank', 'tbl1'))
    three.when(agreedInPlenary(madeOf(three)!.id))
    const input = inputOf(three)
    expect(input.set).toMatchObject([
      { words: { title: 'Over de rollen' }, origins: [origin(1, 1), origin(5, 3), origin(2, 2)] },
    ])
    const { agreements } = JSON.parse(packageJson(input))
    expect(agreements[0].origins.map(({ table }: { table: number }) => table)).toEqual([1, 5, 2])
    const told = markdown(councilPackage(input))
    for (const table of ['tafel 1 (', 'tafel 5 (', 'tafel 2 (']) expect(told).toContain(`Herkomst: ${table}`)
  })

  test('[C6] tells the objection to its earlier words', () => {
    const told = given(merged)
    const first = madeOf(told)!.id
    told.when(walked('plenary', first), everybodySays('objects'), opens('plenary'), closes('plenary'))
    told.when(onMade('unmerge'), merges(['a1', 'a2'], 'Anders'), says('Femke', 't1'), says('Frank', 't2'))
    told.when(agreedInPlenary(madeOf(told)!.id))
    const input = inputOf(told)
    expect(input.set).toMatchObject([
      { words: { title: 'Anders' }, objection: expect.stringMatching(/^Niet zo\./) },
    ])
    expect(markdown(councilPackage(input))).toMatch(/Bezwaar dat de tekst veranderde: Niet zo/)
    expect(inputOf(given(merged, agreedInPlenary(first))).set[0]?.objection).toBeNull()
  })

  test('is told of in the annex too, as long as there is no consent on it', () => {
    const told = given(merged)
    const input = inputOf(told)
    const from = [
      { table: 1, role: 'Rechtmatige overheid', oldNumber: 1 },
      { table: 2, role: 'Netwerkende overheid', oldNumber: 2 },
    ]
    expect(input.versions.find(({ words }) => words.title === 'Samen')).toMatchObject({
      version: 1,
      session: 1,
      mergedFrom: from,
    })
    expect(inputOf(given(harvest)).versions.flatMap(({ mergedFrom }) => mergedFrom)).toEqual([])
    const read = markdown(councilPackage(input))
    expect(read).toContain('Samengevoegd, sessie 1, afspraak 4, versie 1: Samen')
    for (const { table } of from)
      expect(read).toMatch(new RegExp(`Gemaakt van afspraak ${table} van tafel ${table}`))
  })
})

test('the same input gives the same bytes', { timeout: PATIENT }, async () => {
  const [one, other] = [councilPackage(packageOf(SET)), councilPackage(packageOf(SET))]
  expect(odt(one)).toEqual(odt(other))
  expect(Buffer.from(await pdf(one)).equals(Buffer.from(await pdf(other)))).toBe(true)
  expect(markdown(one)).toBe(markdown(other))
})

test('an OpenDocument file says first and plainly what it is', () => {
  const bytes = Buffer.from(odt(councilPackage(packageOf(SET))))
  expect(bytes.toString('latin1', 30, 77)).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
})

test('headings go down one level at a time', () => {
  let last = 0
  for (const part of councilPackage(packageOf(SET)).parts) {
    if (part.kind !== 'heading') continue
    expect(part.level).toBeLessThanOrEqual(last + 1)
    last = part.level
  }
})

describe('groups in the figures', () => {
  const group = (name: string, people: number) => ({
    name,
    people,
    seats: people / 100,
    spoken: people / 100,
  })
  const told = (...groups: [string, number][]) =>
    publishable(
      groups.map(([name, people]) => group(name, people)),
      'en',
    ).map(({ name, people }) => [name, people])

  test('[S5] fewer than five people count with another group', () => {
    expect(told(['inwoners', 40], ['raad', 9], ['college', 3])).toEqual([
      ['inwoners', 40],
      ['raad en college', 12],
    ])
    expect(told(['inwoners', 4], ['raad', 2], ['college', 3])).toEqual([['college, raad en inwoners', 9]])
    expect(told(['inwoners', 3], ['raad', 1])).toEqual([])
  })

  test('[S5] no group of fewer than five is ever told, and nobody is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 5 }), (sizes) => {
        const shown = told(...sizes.map((people, index): [string, number] => [`g${index}`, people]))
        const total = sizes.reduce((sum, people) => sum + people, 0)
        for (const [, people] of shown) expect(people).toBeGreaterThanOrEqual(5)
        expect(shown.reduce((sum, [, people]) => sum + Number(people), 0)).toBe(shown.length > 0 ? total : 0)
      }),
    )
  })
})
