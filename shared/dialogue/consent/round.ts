import type { AgreementId, PersonId } from '../ids.ts'

/** A consent round on one agreement, in the room where it is held. Lists of people, never a count (C7). */
export interface ConsentRound {
  agreement: AgreementId
  /** The words it is about: another version voids it (C3). */
  version: number
  hash: string
  /** 1, or 2 after objections (C6). */
  round: number
  step: Step
  /** Who is asked, in this order, officials last (C1); nobody before `ask`. */
  order: PersonId[]
  /** Who has answered: everybody in the room knows that, and no more, until it opens. */
  answered: PersonId[]
  /** C2: until `open` the viewer's own only; then all. */
  answers: ConsentAnswer[]
  /** The minority's note as far as it is written (C6). */
  note: string | null
}

/** C1: clear? - reactions - read aloud - each in turn - all reasons open. */
export const STEPS = ['clear', 'react', 'read', 'ask', 'open'] as const
export type Step = (typeof STEPS)[number]

/** Whoever leads goes back and forth before anybody is asked, and leaves out nothing (C1). */
export const NEXT_STEPS: Readonly<Record<Step, readonly Step[]>> = {
  clear: ['react'],
  react: ['clear', 'read'],
  read: ['clear', 'react', 'ask'],
  ask: ['open'],
  open: [],
}

/** "Ik kan ermee leven" · "Ik heb een zwaarwegend bezwaar" · "Ik doe nu niet mee", which is never consent. */
export const ANSWERS = ['canLive', 'objects', 'aside'] as const
export type Answer = (typeof ANSWERS)[number]

export interface ConsentAnswer {
  person: PersonId
  answer: Answer
  reason: string
  /** Whoever led entered it, said aloud (C5); null: they gave it themselves. */
  by: PersonId | null
}

/**
 * How a round came to its end. `returned`: objections, so new words are needed; `voided`: the words have changed (C3);
 * `stopped`: without a result.
 */
export const CLOSINGS = ['agreed', 'noted', 'returned', 'voided', 'stopped'] as const
export type Closing = (typeof CLOSINGS)[number]

/** The latest round in a room that came to its end. */
export interface ClosedRound {
  agreement: AgreementId
  version: number
  how: Closing
  /** Answers that were never opened: each goes back to its own writer and to nobody else (C3). */
  unopened: ConsentAnswer[]
}

/** C4: who was asked and has not been heard: silence is not consent. */
export const unheard = ({ order, answered }: ConsentRound): PersonId[] =>
  order.filter((person) => !answered.includes(person))

/** Who still comes in turn. */
export const stillAsked = (round: ConsentRound | null): PersonId[] =>
  round?.step === 'ask' ? unheard(round) : []

/** Who gave this answer, in the order in which they were asked. */
export const whoSaid = (round: ConsentRound, answer: Answer): PersonId[] =>
  round.order.filter((person) =>
    round.answers.some((given) => given.person === person && given.answer === answer),
  )

/** What an opened round comes to. Never by counting (C7): does anybody object, and did anybody say yes at all (C4)? */
export function outcome(round: ConsentRound): Exclude<Closing, 'voided'> {
  if (whoSaid(round, 'objects').length > 0) return round.round === 1 ? 'returned' : 'noted'
  return whoSaid(round, 'canLive').length > 0 ? 'agreed' : 'stopped'
}

/** C2: what this viewer may see of a round: the words of others only when all are open. */
export const seenBy = (round: ConsentRound, viewer: PersonId): ConsentRound =>
  round.step === 'open' ? round : { ...round, answers: ownOf(round.answers, viewer) }

export const ownOf = (answers: ConsentAnswer[], viewer: PersonId): ConsentAnswer[] =>
  answers.filter(({ person }) => person === viewer)
