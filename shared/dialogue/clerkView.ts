import type { Agreement } from './agreements/agreement.ts'
import { atCouncil } from './council/atCouncil.ts'
import { emptySession } from './emptySession.ts'
import type { Audience } from './event.ts'
import type { PersonId, SessionState } from './model.ts'
import * as shown from './shown.ts'

export const isClerk = ({ people }: Pick<SessionState, 'people'>, person: PersonId): boolean =>
  people[person]?.role === 'clerk'

/** Its words, its state and the note beside it; not who wrote it, nor who said what to it or beside it. */
const withoutPeople = (agreement: Agreement): Agreement => ({
  ...shown.agreement(agreement),
  versions: [],
  remarks: [],
  consent: null,
  yes: [],
})

/**
 * The clerk works for the council: they see the set that lies there and what came of it, themselves, and nothing of the
 * talk. Of what happens they are told what the council did; all else that changes this view makes it anew.
 */
export function clerkView(state: SessionState, clerk: PersonId): SessionState {
  const person = state.people[clerk]
  return {
    ...emptySession,
    seq: state.seq,
    id: state.id,
    dialogue: shown.dialogue(state.dialogue),
    promises: state.promises.map(shown.promise),
    people: person ? { [clerk]: shown.person(person) } : {},
    order: person ? [clerk] : [],
    agreements: Object.fromEntries(atCouncil(state).map((one) => [one.id, withoutPeople(one)])),
    council: shown.council(state.council),
    ...(isOffered(state) && { proposal: shown.proposal(state.proposal) }),
  }
}

/** What the organiser still works on is not the clerk's. */
const isOffered = ({ council }: SessionState): boolean => council.offeredAt !== null

export const isForClerk = (state: SessionState, { to }: Audience): boolean =>
  to === 'council' || (to === 'package' && isOffered(state))

/** What of it does not come with the events that a clerk is told. */
export const clerkScope = (
  { id, dialogue, promises, people, council }: SessionState,
  clerk: PersonId,
): string => JSON.stringify(['clerk', id, dialogue, promises, people[clerk], council.offeredAt])
