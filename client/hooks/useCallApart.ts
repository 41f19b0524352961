import { asideOf, type CallApart } from '../../shared/dialogue/aside.ts'
import { useSession } from './useSession.ts'

/** The talk apart this person is in; null when there is none. */
export const useCallApart = (): CallApart | null =>
  useSession(({ state, me }) => (state ? asideOf(state, me) : null))
