import type { AgendaItem, Correction, SessionState } from '../../shared/dialogue/model.ts'
import type { BalanceReport, OwnBalance } from '../../shared/protocol.ts'

/** One's own balance in one part of the meeting; `item` null: the whole. */
export interface OwnPart {
  item: number | null
  title: string | null
  where: AgendaItem['where']
  own: OwnBalance
}

/** The parts in which this person counted, in the order they were held, and the whole last (S3). */
export function ownParts({ scopes }: BalanceReport, { agenda }: Pick<SessionState, 'agenda'>): OwnPart[] {
  const parts = scopes.flatMap(({ item, own }): OwnPart[] => {
    const about = item === null ? undefined : agenda[item]
    if (!own || (item !== null && !about)) return []
    return [{ item, title: about?.title ?? null, where: about?.where ?? 'plenary', own }]
  })
  return parts.toSorted((a, b) => (a.item ?? Infinity) - (b.item ?? Infinity))
}

/** At least one: a correction of less than a second is still told. */
export const secondsOff = ({ from, to }: Pick<Correction, 'from' | 'to'>): number =>
  Math.max(1, Math.round((to - from) / 1000))
