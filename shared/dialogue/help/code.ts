import type { PersonId, SessionState } from '../model.ts'

const FIRST = 100
const CODES = 900
/** Shares no divisor with 900: every place in the order gets another code, and neighbours get codes far apart. */
const STEP = 487

/**
 * Three digits with which somebody on the telephone says who they are. It follows from their place in the fixed order, so their own screen
 * and the helper's say the same. Only a way to find a name: it opens nothing and is no secret. Empty for a stranger.
 */
export function helpCode({ order }: Pick<SessionState, 'order'>, person: PersonId): string {
  const place = order.indexOf(person)
  return place < 0 ? '' : String(FIRST + (((place + 1) * STEP) % CODES))
}
