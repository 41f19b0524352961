import { createHash } from 'node:crypto'
import type { PackageInput, SetAgreement } from '../../server/exports/packageInput.ts'
import { hashOf, type Words } from '../../shared/agreement/canonical.ts'
import type { RichText, Span } from '../../shared/agreement/richText.ts'

export const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')

const span = (text: string, ...marks: Span['marks']): Span => ({ text, marks })
const text = (...lines: string[]): RichText =>
  lines.map((line) => ({ kind: 'paragraph', spans: [span(line)] }))

/** An evening's agreements as people write them, with every form that the editor knows. */
export const SET: Words[] = [
  {
    title: 'Vooraf duidelijk',
    text: text('De gemeente zegt vooraf waarover inwoners meepraten, en waarover niet.'),
    why: text('Wie weet waar het over gaat, praat anders mee.', 'Dat scheelt teleurstelling.'),
  },
  {
    title: 'Wie besluit, en wanneer?',
    text: [
      {
        kind: 'paragraph',
        spans: [
          span('Bij elk onderwerp staat '),
          span('wie besluit', 'strong'),
          span(', wanneer, en '),
          span('wie dat uitlegt', 'em'),
          span('. Zie '),
          span('de website', { link: 'https://gemeente.example/besluiten?jaar=2027&soort=(alle)' }),
          span('.'),
        ],
      },
      {
        kind: 'bullets',
        items: [[span('het college')], [span('de raad', 'strong', 'em'), span('; of')], [span('de wijk')]],
      },
      { kind: 'numbers', items: [[span('eerst luisteren')], [span('dan besluiten')]] },
    ],
    why: [],
  },
  {
    title: 'Antwoord binnen tien werkdagen (10)',
    text: text(
      'Wie iets vraagt of inbrengt, krijgt binnen 10 werkdagen antwoord: “ja”, “nee” of *nog niet* & waarom <dan>.',
    ),
    why: text('1. Wachten maakt mensen boos.', '- En stil.'),
  },
  {
    title: 'Ruimte om te proberen',
    text: text(
      `Een buurt mag iets een jaar lang proberen. ${'Niemand hoeft vooraf te bewijzen dat het lukt, zolang het veilig is. '.repeat(12).trim()}`,
      'Șt. Łódź, Ελλάδα, Україна → ✓ 😀',
    ),
    why: text('Omdat het anders nooit begint.'),
  },
]

export const agreement = (words: Words, number: number): SetAgreement => ({
  words,
  hash: hashOf(words, sha256),
  origins: [
    {
      table: number,
      role: 'Netwerkende overheid',
      session: 2,
      version: 4,
      oldNumber: number + 3,
      objection: number === 2 ? 'Nu staat er niet wie het uitlegt.' : null,
    },
  ],
  objection: number === 4 ? 'Een jaar is te kort.' : null,
  note: number === 3 ? text('Wij vinden tien dagen te kort.', 'In de zomer lukt dat niet.') : null,
})

/** A whole package around a set, as an organiser would have it after three evenings. */
export const packageOf = (set: readonly Words[]): PackageInput => ({
  locale: 'nl',
  title: 'Tien afspraken over burgerparticipatie & meer',
  author: 'Gemeente <Voorbeeld>',
  date: Date.UTC(2026, 11, 9, 8),
  concept: false,
  promises: [
    {
      text: 'Wij nemen de afspraken over zoals ze zijn opgeschreven.\nWijken wij af, dan leggen wij uit waarom.',
      at: Date.UTC(2026, 10, 2, 9),
    },
  ],
  groups: [
    { name: 'inwoners', people: 40, seats: 0.67, spoken: 0.62 },
    { name: 'raad', people: 9, seats: 0.15, spoken: 0.17 },
    { name: 'ambtenaren', people: 8, seats: 0.13, spoken: 0.14 },
    { name: 'college', people: 3, seats: 0.05, spoken: 0.07 },
  ],
  evaluations: [
    {
      session: 'Sessie 3',
      answered: 31,
      asked: 58,
      values: [{ name: 'Mijn stem telde even zwaar', said: 24, of: 31 }],
    },
  ],
  sessions: [
    { title: 'Kennismaken', date: Date.UTC(2026, 10, 10, 18), people: 57, tables: 8 },
    { title: 'Schrijven', date: Date.UTC(2026, 10, 24, 18), people: 52, tables: 8 },
  ],
  method: 'Aan elke tafel zaten vier tot acht mensen met een begeleider.\nEr is niet gestemd.',
  set: set.map((words, index) => agreement(words, index + 1)),
  proposal: {
    subject: 'Tien afspraken over burgerparticipatie',
    holder: '',
    question: '1. De afspraken vaststellen zoals ze hier staan.\n2. Na een jaar bekijken of ze werken.',
    occasion: 'In drie sessies maakten inwoners, raad, college en ambtenaren samen afspraken.',
    arguments: 'Aan elke tafel zaten inwoners en bestuur samen.',
    remarks: 'Bij afspraak 3 hoort een minderheidsnotitie.',
    costs: 'Nog in te vullen door de gemeente.',
  },
  names: ['Riet', 'Mo'],
  versions: set.map((words, index) => ({
    table: index + 1,
    role: 'Netwerkende overheid',
    session: 1,
    version: 2,
    oldNumber: index + 4,
    mergedFrom: index === 0 ? [{ table: 2, role: 'Netwerkende overheid', oldNumber: 1 }] : [],
    words: { ...words, text: text('Een eerdere tekst.') },
  })),
})
