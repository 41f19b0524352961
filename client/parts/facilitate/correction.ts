import { itemNow } from '../../../shared/dialogue/session/agenda.ts'
import type { AgendaItem } from '../../../shared/dialogue/model.ts'

/** S8: the stretches one may take off somebody, as people would say them. */
export const STRETCHES = ['minute', 'five', 'item'] as const
export type Stretch = (typeof STRETCHES)[number]

export const READY_REASONS = ['tv', 'other', 'noise'] as const

/** From when to when, in whole server milliseconds; null before the first agenda item. */
export function stretchOf(
  stretch: Stretch,
  agenda: readonly AgendaItem[],
  now: number,
): { from: number; to: number } | null {
  const to = Math.floor(now)
  if (stretch === 'minute') return { from: Math.max(0, to - 60_000), to }
  if (stretch === 'five') return { from: Math.max(0, to - 5 * 60_000), to }
  const item = agenda[itemNow(agenda)]
  return item ? { from: item.startedAt, to: Math.min(to, item.endedAt ?? to) } : null
}
