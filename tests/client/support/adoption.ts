import { paragraphs } from '../../../shared/agreement/richText.ts'
import type { AgreementState } from '../../../shared/dialogue/agreements/agreement.ts'
import {
  NO_COUNCIL,
  type Council,
  type Followed,
  type Judged,
} from '../../../shared/dialogue/council/council.ts'
import { NOW, session } from '../organiseStates.ts'
import { agreementWith } from './agreements.ts'

export const TITLES = ['Vooraf duidelijk', 'Antwoord binnen tien werkdagen', 'Ruimte om te proberen']
const IDS = ['a', 'b', 'c']
const TEXT = 'Wie iets vraagt, krijgt binnen tien werkdagen antwoord.'
export const OTHER = 'Wie iets vraagt, krijgt binnen vijftien werkdagen antwoord.'

/** The first is taken over, the second changed, the third left out; nobody has said why. */
export const JUDGED: Judged[] = [
  { agreement: 'a', verdict: 'adopted', words: null, by: '', reason: '' },
  {
    agreement: 'b',
    verdict: 'changed',
    words: { title: TITLES[1] ?? '', text: OTHER, why: '' },
    by: '',
    reason: '',
  },
  { agreement: 'c', verdict: 'declined', words: null, by: '', reason: '' },
]

export const FOLLOW: Followed[] = [{ agreement: 'a', state: 'done', text: 'Staat bij elk plan.', at: NOW }]

/** A set of three that lies with the council. */
export function adopting(
  council: Partial<Council> = {},
  states: readonly AgreementState[] = council.decision
    ? council.decision.judged.map(({ verdict }) => verdict)
    : ['offered', 'offered', 'offered'],
) {
  const all = IDS.map((id, index) =>
    agreementWith({
      id,
      number: index + 4,
      place: index + 1,
      state: states[index] ?? 'offered',
      presented: {
        version: 1,
        hash: id,
        words: { title: TITLES[index] ?? '', text: paragraphs(TEXT), why: [] },
      },
    }),
  )
  return session({
    phase: { name: 'ended' },
    agreements: Object.fromEntries(all.map((one) => [one.id, one])),
    council: { ...NO_COUNCIL, offeredAt: NOW, ...council },
  })
}
