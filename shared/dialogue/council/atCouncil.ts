import { isWithCouncil } from '../agreements/agreement.ts'
import { theSet } from '../harvest/theSet.ts'
import type { SessionState } from '../model.ts'

/** The set that lies with the council, in its order. */
export const atCouncil = (state: Pick<SessionState, 'agreements'>) => theSet(state).filter(isWithCouncil)
