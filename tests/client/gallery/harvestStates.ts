import { paragraphs } from '../../../shared/agreement/richText.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import type { Merge } from '../../../shared/dialogue/harvest/merge.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { floor } from '../organiseStates.ts'
import { agreementWith } from '../support/agreements.ts'

/** The harvest as it is drawn: four tables, two of them networking, and some of everything on the board. */
const words = (title: string, text: string, why = '') => ({
  title,
  text: paragraphs(text),
  why: why === '' ? [] : paragraphs(why),
})
type Made = [
  id: string,
  table: string,
  number: number,
  title: string,
  text: string,
  more?: Partial<Agreement>,
]
const made: Made[] = [
  [
    'a1',
    't1',
    1,
    'Vooraf duidelijk',
    'De gemeente zegt vooraf waarover inwoners meepraten, en waarover niet.',
    { place: 1 },
  ],
  [
    'a2',
    't1',
    2,
    'Wie besluit',
    'Bij elk onderwerp staat wie besluit, wanneer, en wie dat uitlegt.',
    { place: 2 },
  ],
  [
    'a3',
    't2',
    3,
    'Vroeg samen aan tafel',
    'Inwoners zitten aan tafel vóór er een plan ligt. De gemeente nodigt hen zes weken vooraf uit, met een brief en online.',
    { place: 3 },
  ],
  [
    'a4',
    't6',
    4,
    'Eerst praten, dan plannen',
    'De gemeente praat eerst met de buurt. Daarna maakt zij pas een plan.',
    { place: 4 },
  ],
  [
    'a5',
    't6',
    5,
    'Wie mist er?',
    'Voor het begin vragen we samen wie er nog mist. Die mensen nodigen we uit.',
    { place: 5, note: 'Dat duurt te lang.' },
  ],
  [
    'a6',
    't3',
    6,
    'Antwoord binnen tien werkdagen',
    'Wie iets vraagt of inbrengt, krijgt binnen tien werkdagen antwoord.',
    { state: 'agreed' },
  ],
  [
    'a7',
    't3',
    7,
    'Laten zien wat ermee is gedaan',
    'De gemeente laat bij elk plan zien wat er met de inbreng is gedaan, en waarom.',
    { state: 'agreedWithNote', note: 'Wij willen meer.' },
  ],
  ['a8', 't2', 8, 'Nog een concept', 'Dit is nog niet rond.', { state: 'draft', presented: null }],
]
const boardWith = (
  more: Partial<SessionState> = {},
  changed: Record<string, Partial<Agreement>> = {},
): Partial<SessionState> => ({
  shared: true,
  floors: { plenary: floor() },
  agreements: Object.fromEntries(
    made.map(([id, table, number, title, text, and]) => [
      id,
      agreementWith({
        id,
        table,
        number,
        state: 'inSet',
        presented: {
          version: 4,
          words: words(title, text, 'Wie later komt, kan alleen nog ja of nee zeggen.'),
          hash: id,
        },
        ...and,
        ...changed[id],
      }),
    ]),
  ),
  ...more,
})

const merge: Merge = {
  id: 'mrg_1',
  from: ['a3', 'a4'],
  tables: ['t2', 't6'],
  words: words(
    'Vroeg samen aan tafel',
    'Inwoners praten mee vóór er een plan ligt. De gemeente nodigt hen zes weken vooraf uit, met een brief en online.',
  ),
  hash: 'm',
  lost: 'Het woord “buurt” van tafel 6.',
  yes: [{ table: 't2', by: 'els', standsIn: false }],
}

/** Merged, and still to be put before everybody. */
const together: Record<string, Agreement> = {
  a9: agreementWith({
    id: 'a9',
    table: 't2',
    number: 9,
    state: 'presented',
    place: 3,
    origins: ['a3', 'a4'],
    lost: merge.lost,
    yes: merge.yes,
    presented: { version: 1, words: merge.words, hash: 'm' },
  }),
}

export const HARVEST: Record<'board' | 'waiting' | 'merged', Partial<SessionState>> = {
  board: boardWith(),
  waiting: boardWith({ harvest: { merges: [merge], last: null } }),
  merged: {
    ...boardWith(),
    agreements: {
      ...boardWith(
        {},
        { a3: { state: 'merged', place: null }, a4: { state: 'merged', place: null }, a5: { place: 4 } },
      ).agreements,
      ...together,
    },
  },
}
