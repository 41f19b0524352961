import { paragraphs } from '../../../shared/agreement/richText.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import type {
  Answer,
  ClosedRound,
  ConsentAnswer,
  ConsentRound,
} from '../../../shared/dialogue/consent/round.ts'
import type { Floor, SessionState } from '../../../shared/dialogue/model.ts'
import { agreementWith } from './agreements.ts'
import { floor, hall, idOf, NETWORKING } from './hall.ts'

/** A consent round at table 2, on version 7 of its first agreement. */
export const ABOUT = 'agr_1'
export const ORDER = ['Mehmet', 'Anna', 'Riet', 'Joke', 'Samira', 'Pieter', 'Willem']

export const answered = (
  name: string,
  answer: Answer = 'canLive',
  reason = '',
  by: string | null = null,
): ConsentAnswer => ({ person: idOf(name), answer, reason, by: by === null ? null : idOf(by) })

export const round = (part: Partial<ConsentRound> = {}): ConsentRound => ({
  agreement: ABOUT,
  version: 7,
  hash: 'a'.repeat(64),
  round: 1,
  step: 'ask',
  order: ORDER.map(idOf),
  answered: [],
  answers: [],
  note: null,
  ...part,
})

/** All answers are open, and these people gave them. */
export const openWith = (answers: ConsentAnswer[], part: Partial<ConsentRound> = {}): ConsentRound =>
  round({ step: 'open', answers, answered: answers.map(({ person }) => person), ...part })

export const closed = (part: Partial<ClosedRound> = {}): ClosedRound => ({
  agreement: ABOUT,
  version: 7,
  how: 'voided',
  unopened: [],
  ...part,
})

const words = {
  title: 'Vroeg samen aan tafel',
  text: paragraphs(
    'Inwoners zitten aan tafel vóór er een plan ligt. De gemeente nodigt hen uit zodra zij over een onderwerp gaat nadenken.',
  ),
  why: paragraphs('Wie later komt, kan alleen nog ja of nee zeggen.'),
}

/** The table with this floor, and the agreement put forward but for what is given. */
export function withRound(part: Partial<Floor>, agreement: Partial<Agreement> = {}): SessionState {
  const about = agreementWith({
    id: ABOUT,
    table: NETWORKING,
    state: 'presented',
    presented: { version: 7, words, hash: 'a'.repeat(64) },
    ...agreement,
  })
  return { ...hall({ floor: floor(part) }), agreements: { [ABOUT]: about } }
}
