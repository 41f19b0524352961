import type { CatchUp, CatchUpItem } from '../../../shared/dialogue/between/catchUp.ts'
import type { Objection } from '../../../shared/dialogue/between/objection.ts'
import { paragraphs } from '../../../shared/agreement/richText.ts'
import type { AgreementState } from '../../../shared/dialogue/agreements/agreement.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { agreementWith } from './agreements.ts'

/** What the server says between two sessions: one agreement of table 2 changed, one of table 6 did not. */
const DAY = 24 * 3_600_000
const NOW = Date.now()
const until = (now: number): number => now + 10 * DAY
export const UNTIL = until(NOW)

const text = (title: string, words: string) => ({ title, text: paragraphs(words), why: [] })

const item = (
  part: Partial<CatchUpItem> & Pick<CatchUpItem, 'agreement' | 'number' | 'now'>,
): CatchUpItem => ({
  table: 2,
  role: 'networking',
  state: 'agreed',
  from: [],
  before: null,
  note: null,
  changes: [],
  mayObject: false,
  ...part,
})

export const caughtUp = (now: number): CatchUp => ({
  since: now - 20 * DAY,
  until: until(now),
  sessions: [
    {
      number: 1,
      at: now - 20 * DAY,
      isOver: true,
      items: ['Kennismaken', 'Wat maakte u mee?'],
      wasThere: true,
    },
    { number: 2, at: now - 6 * DAY, isOver: true, items: ['Afspraken maken'], wasThere: false },
    { number: 3, at: now + 12 * DAY - 60_000, isOver: false, items: [], wasThere: false },
  ],
  sameTable: 2,
  items: [
    item({
      agreement: 'a4',
      number: 4,
      before: text('Vroeg samen aan tafel', 'Inwoners zitten vier weken vooraf aan tafel.'),
      now: text('Vroeg samen aan tafel', 'Inwoners zitten zes weken vooraf aan tafel.'),
      state: 'draft',
      changes: ['words', 'voided'],
      mayObject: true,
    }),
    item({
      agreement: 'a6',
      number: 6,
      table: 6,
      now: text('Snel antwoord', 'Binnen tien dagen.'),
    }),
  ],
})
export const CAUGHT_UP = caughtUp(NOW)

/** Agreement 4 of table 2. */
export const withAgreement = (state: AgreementState) => ({
  a4: agreementWith({ id: 'a4', table: 't2', number: 4, state }),
})

export const objection = (person: string): Objection => ({
  id: `o-${person}`,
  agreement: 'a4',
  version: 1,
  tables: ['t2'],
  person,
  seated: person !== '',
  inSet: false,
  reason: 'Niet iedereen leest.',
  at: NOW,
})

/** Two people of table 2 objected to its agreement 4 from home. */
export const objectedAt = (now: number): Pick<SessionState, 'agreements' | 'objections'> => ({
  agreements: withAgreement('draft'),
  objections: { until: until(now), given: [objection('riet'), objection('anna')] },
})
