import { maySeePresence } from '../../../shared/dialogue/project.ts'
import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import type { SessionStore } from '../../../shared/channel/store.ts'

/**
 * Who is there, as the server has it. Of whom this person may not know it, nothing is held against them; nor of anybody, until the server
 * has said who is there: this person is among them.
 */
export const presentIn = (
  state: SessionState,
  { me, presence }: Pick<SessionStore, 'me' | 'presence'>,
): ReadonlySet<PersonId> =>
  new Set(
    state.order.filter((person) => {
      const known = presence[person]
      return (
        person === me ||
        !presence[me] ||
        (known ? known.state === 'here' : !maySeePresence(state, me, person))
      )
    }),
  )
