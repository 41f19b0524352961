import type { Floor, SessionState } from '../../../shared/dialogue/model.ts'
import { hands, idOf, NOW, turn } from '../support/hall.ts'
import { answered, closed, openWith, ORDER, round, withRound } from '../support/consent.ts'

const seats = { order: ORDER.map(idOf), done: [], passed: [], spoke: [], second: false }
const asking = (part: Partial<Floor>): Partial<Floor> => ({ mode: 'round', round: seats, ...part })
const two = ['Mehmet', 'Anna'].map(idOf)

const objections = [
  answered('Mehmet', 'objects', 'Mijn buurman heeft geen computer. Hij hoort het altijd als laatste.'),
  answered('Anna', 'canLive', 'Ik wil het liefst nog vroeger.'),
  answered('Riet', 'objects', 'Wie geen brief krijgt, weet niet dat het begint.'),
  answered('Joke'),
  answered('Pieter', 'canLive', 'Dit kunnen we waarmaken.', 'Els'),
  answered('Willem', 'aside'),
]

/** Every state of a consent round at table 2, by the name of its drawing. */
export const CONSENT_STATES: Record<string, SessionState> = {
  '32-clear': withRound({
    consent: round({ step: 'clear', order: [] }),
    turn: turn('Anna'),
    queue: hands('Joke'),
  }),
  '32-reading': withRound({ consent: round({ step: 'read', order: [] }) }),
  '32-others-answer': withRound(
    asking({ consent: round({ answered: [idOf('Mehmet')] }), turn: turn('Anna') }),
  ),
  '32-my-answer': withRound(
    asking({
      consent: round({ answered: two }),
      turn: turn('Riet', { state: 'offered', deadline: NOW + 14_000, runningSince: null }),
    }),
  ),
  '32-answering': withRound(asking({ consent: round({ answered: two }), turn: turn('Riet') })),
  '32-given': withRound(
    asking({
      consent: round({
        answered: [...two, idOf('Riet')],
        answers: [answered('Riet', 'objects', 'Wie geen brief krijgt, weet niet dat het begint.', 'Els')],
      }),
      turn: turn('Joke'),
    }),
  ),
  '32b-opened': withRound({ consent: openWith(objections) }),
  '32b-everybody': withRound({ consent: openWith(ORDER.map((name) => answered(name))) }),
  '32b-deadlock': withRound({
    consent: openWith(objections, { round: 2, note: 'Een brief is niet genoeg.' }),
  }),
  '32c-voided': withRound(
    {
      lastConsent: closed({
        unopened: [answered('Riet', 'objects', 'Wie geen brief krijgt, weet niet dat het begint.')],
      }),
    },
    { state: 'draft', presented: null },
  ),
  '32c-agreed': withRound(
    { lastConsent: closed({ how: 'agreed' }), lastRound: { spoke: seats.order, passed: [], missed: [] } },
    { state: 'agreed' },
  ),
}
