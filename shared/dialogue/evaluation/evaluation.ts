import type { Role } from '../model.ts'

/** The same four questions after every session, one for each value of the method; answers are kept without a name. */
export const QUESTIONS = ['equality', 'transparency', 'involvement', 'empathy'] as const
export type Question = (typeof QUESTIONS)[number]

export const RATINGS = ['no', 'little', 'mostly', 'yes', 'unknown'] as const
export type Rating = (typeof RATINGS)[number]

/** Any of the questions may be passed over. */
export type Ratings = { [Q in Question]?: Rating | undefined }
/** How often each answer was given. What belongs to one person cannot be put together from it. */
export type Counts = Record<Question, Record<Rating, number>>

/** Those who took part in the talk. */
const ASKED: readonly Role[] = ['participant', 'facilitator']
export const isAsked = (role: Role): boolean => ASKED.includes(role)

/** The questions stay open this long after a session has ended. */
export const OPEN_MS = 7 * 24 * 60 * 60 * 1000

/** Fewer answers than this are shown to nobody: they would point to people. */
export const SHOWN_FROM = 5

/** An answer that was on its way when the questions closed is in by then. */
const SETTLED_MS = 60_000

/**
 * Figures are told once and do not change after that: with those of five answers and those of six one could reckon what the
 * sixth said. So nobody reads any before the questions have closed. The alternative, steps of five, would ask to keep who
 * answered in which order.
 */
export const isTold = (endedAt: number, now: number): boolean => now >= endedAt + OPEN_MS + SETTLED_MS

/** What was answered about one session. */
export interface Answered {
  answered: number
  counts: Counts
  words: string[]
}

/** What of it is told at this moment; `endedAt`, `now`: server milliseconds. A question that few answered has no figures. */
export function told({ answered, counts, words }: Answered, endedAt: number, now: number): Told | null {
  if (answered < SHOWN_FROM || !isTold(endedAt, now)) return null
  const said = { ...counts }
  for (const question of QUESTIONS) if (!sayable(counts, question)) said[question] = none()
  return { counts: said, words }
}

export interface Told {
  counts: Counts
  words: string[]
}

/** What people are told of one session. */
export interface SessionEvaluation {
  /** 1 is the dialogue's first. */
  session: number
  endedAt: number
  /** People who answered, and people who were asked. */
  answered: number
  asked: number
  /** Null until the questions have closed, and when fewer than `SHOWN_FROM` have answered. */
  shown: Told | null
}

/** "24 van 31": those who said mostly or wholly, of all who answered this question. */
export function favourable(counts: Counts, question: Question): { said: number; of: number } {
  const given = counts[question]
  const of = RATINGS.reduce((sum, rating) => sum + given[rating], 0)
  return { said: given.mostly + given.yes, of }
}

/** The same, where so many answered this question that it points to nobody; null where they did not. */
export function sayable(counts: Counts, question: Question): { said: number; of: number } | null {
  const figure = favourable(counts, question)
  return figure.of < SHOWN_FROM ? null : figure
}

const none = () => ({ no: 0, little: 0, mostly: 0, yes: 0, unknown: 0 })

export const noCounts = (): Counts => ({
  equality: none(),
  transparency: none(),
  involvement: none(),
  empathy: none(),
})
