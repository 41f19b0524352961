import type { AgendaItem, Correction, SessionState } from '../../../shared/dialogue/model.ts'
import type { BalanceReport, OwnBalance, Scope } from '../../../shared/dialogue/time/balance.ts'

/** One's own balance in one part of the meeting, in all of it, or in the dialogue. */
export interface OwnPart {
  scope: Scope
  title: string | null
  where: AgendaItem['where']
  own: OwnBalance
}

/** The parts in which this person counted (S3). */
export function ownParts({ scopes }: BalanceReport, { agenda }: Pick<SessionState, 'agenda'>): OwnPart[] {
  return scopes.flatMap(({ scope, own }): OwnPart[] => {
    const about = typeof scope === 'number' ? agenda[scope] : undefined
    if (!own || (typeof scope === 'number' && !about)) return []
    return [{ scope, title: about?.title ?? null, where: about?.where ?? 'plenary', own }]
  })
}

/** At least one: a correction of less than a second is still told. */
export const secondsOff = ({ from, to }: Pick<Correction, 'from' | 'to'>): number =>
  Math.max(1, Math.round((to - from) / 1000))
