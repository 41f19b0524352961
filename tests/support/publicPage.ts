import type { PublicInput } from '../../server/exports/publicContents.ts'
import type { Judged } from '../../shared/dialogue/council/council.ts'
import { hashOf } from '../../shared/agreement/canonical.ts'
import { SET, sha256 } from './councilPackage.ts'

const adopted: Judged = { agreement: 'a', verdict: 'adopted', words: null, by: '', reason: '' }
export const group = (name: string, people: number) => ({
  name,
  people,
  seats: people / 60,
  spoken: people / 60,
})

/** A public page's contents: an evening's set, all of it taken over. */
export const PUBLIC_INPUT: PublicInput = {
  locale: 'nl',
  title: 'Afspraken <over> & meer',
  promises: [{ text: 'Wij nemen ze over.\n\nAnders zeggen wij waarom.', at: Date.UTC(2026, 10, 2, 9) }],
  set: SET.map((words, index) => ({
    words,
    hash: hashOf(words, sha256),
    origins: [{ table: index + 1, role: 'Netwerkende overheid', session: 2, version: 4 }],
    objections: index,
    state: 'adopted',
    judged: adopted,
    note: null,
    follow: [],
  })),
  sessions: 3,
  tables: 8,
  roles: 4,
  objections: 31,
  groups: [],
  evaluations: [],
  method: 'Er is niet gestemd.',
  updatedAt: Date.UTC(2027, 0, 26),
  listed: true,
  sheet: '/openbaar/stijl.css',
  script: '/openbaar/voorlezen.js',
  files: '/openbaar/dlg_1/afspraken',
}

/** With one of each: changed, left out, carried out, and with a note. */
export const EVERYTHING: PublicInput = {
  ...PUBLIC_INPUT,
  evaluations: [
    {
      session: 'Sessie 3',
      answered: 31,
      asked: 58,
      values: [{ name: 'Mijn stem telde even zwaar', said: 24, of: 31 }],
    },
  ],
  groups: [group('inwoners', 40), group('raad', 9), group('ambtenaren', 8), group('college', 3)],
  set: PUBLIC_INPUT.set.map((one, index) => {
    const { title } = one.words
    const words = { title, text: 'Een tekst van de raad zelf.', why: '' }
    const explained = { ...adopted, by: 'Amendement A2', reason: 'In de zomer lukt dat niet.' }
    if (index === 1) return { ...one, state: 'changed', judged: { ...explained, verdict: 'changed', words } }
    if (index === 2) return { ...one, state: 'declined', judged: { ...explained, verdict: 'declined' } }
    const line = {
      agreement: 'a',
      state: 'done',
      text: 'Staat bij elk plan.',
      at: Date.UTC(2027, 2, 14),
    } as const
    return { ...one, state: 'done', follow: [line], note: 'Wij willen meer.' }
  }),
}
