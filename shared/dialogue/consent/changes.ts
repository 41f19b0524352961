import { heard } from '../floor/floorChanges.ts'
import type { Floor, PersonId } from '../model.ts'
import type { Answer, Closing, ConsentAnswer, ConsentRound } from './round.ts'

/** What the events of a consent round make of a room's floor. */

/** A change to the round that goes on, if there is one. */
export const onConsent = (floor: Floor, change: (round: ConsentRound) => ConsentRound): Floor =>
  floor.consent ? { ...floor, consent: change(floor.consent) } : floor

/** As a viewer gets it: without an answer it is somebody else's, and sealed. */
interface Given {
  person: PersonId
  answer: Answer | null
  reason: string
  by: PersonId | null
}

/** The latest answer stands (C2). Whoever has answered has been in the round, in their turn or out of it. */
export const answerGiven = (floor: Floor, { person, answer, reason, by }: Given): Floor =>
  onConsent(heard(floor, person), (round) => ({
    ...round,
    answered: round.answered.includes(person) ? round.answered : [...round.answered, person],
    answers: answer === null ? round.answers : put(round.answers, { person, answer, reason, by }),
  }))

const put = (answers: ConsentAnswer[], given: ConsentAnswer): ConsentAnswer[] => [
  ...answers.filter(({ person }) => person !== given.person),
  given,
]

/** Nothing of the round is left but how it ended, and the words that nobody was to read. */
export function closeRound(floor: Floor, how: Closing): Floor {
  const { consent } = floor
  if (!consent) return floor
  const { agreement, version } = consent
  return {
    ...floor,
    consent: null,
    lastConsent: { agreement, version, how, unopened: unopened(floor, consent) },
  }
}

/** Who was not asked again since keeps what they wrote in the round before. */
function unopened(
  { lastConsent }: Floor,
  { agreement, step, answers, answered }: ConsentRound,
): ConsentAnswer[] {
  if (step === 'open') return []
  const before = lastConsent?.agreement === agreement ? lastConsent.unopened : []
  return [...before.filter(({ person }) => !answered.includes(person)), ...answers]
}
