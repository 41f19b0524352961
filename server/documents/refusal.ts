import type { Outcome } from './trial.ts'

/** `rebuilt`: so many bytes of the document were made anew for it. */
export interface Refusal {
  kind: 'refused'
  why: Extract<Outcome, { kind: 'refused' }>['why'] | 'author' | 'full'
  rebuilt: number
}

export const refused = (why: Refusal['why'], rebuilt = 0): Refusal => ({ kind: 'refused', why, rebuilt })
