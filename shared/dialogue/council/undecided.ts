import { isWithCouncil, type Agreement } from '../agreements/agreement.ts'
import type { AgreementId, SessionState } from '../model.ts'
import { NO_COUNCIL } from './council.ts'

/** As it is for whoever does not know of the decision yet: the set lies with the council. */
export function undecided({
  agreements,
  council,
}: SessionState): Pick<SessionState, 'agreements' | 'council'> {
  if (!council.decision) return { agreements, council }
  const before = Object.entries(agreements).map(([id, one]): [AgreementId, Agreement] => [
    id,
    isWithCouncil(one) ? { ...one, state: 'offered' } : one,
  ])
  return { agreements: Object.fromEntries(before), council: { ...NO_COUNCIL, offeredAt: council.offeredAt } }
}
