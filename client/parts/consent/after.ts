import { standsIn } from '../../../shared/dialogue/agreements/agreements.ts'
import type { Closing } from '../../../shared/dialogue/consent/round.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'

export interface After {
  /** Tells one end from another, so that what was read is not shown again. */
  id: string
  how: Closing
  /** One's own words that were never opened (C3). */
  reason: string
}

/** How the latest round in this room ended, as long as it is about the words that stand there now, or that are written anew; one's own sealed words stay (C3). */
export function afterOf(view: RoomView): After | null {
  const { consent, lastConsent } = floorOf(view)
  if (consent || !lastConsent) return null
  const { agreement: id, version, how, unopened } = lastConsent
  const agreement = view.state.agreements[id]
  if (!agreement) return null
  const rewritten = agreement.state === 'draft' && (how === 'voided' || how === 'returned')
  const reason = unopened.find(({ person }) => person === view.me)?.reason ?? ''
  if (!rewritten && !standsIn(agreement, version) && reason === '') return null
  return { id: `${id} ${version} ${how}`, how, reason }
}
