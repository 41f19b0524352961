import type { SessionState } from '../../../shared/dialogue/model.ts'
import type { Values } from '../../../shared/messages/format.ts'
import type { Language } from '../../../shared/wire.ts'
import { dayOf, sameDay, timeOf } from '../../parts/ui/when.ts'

type Beginning = ['join.begun' | 'join.beginSoon', Values?] | ['join.beginDay' | 'join.beginAt', Values]

/** When it begins, in words that are true whenever one looks: never "over 0 minuten", never minutes to another day. */
export function beginning(state: SessionState, now: number, locale: Language): Beginning {
  if (state.phase.name !== 'lobby') return ['join.begun']
  const { startsAt } = state
  if (startsAt === null || startsAt <= now) return ['join.beginSoon']
  const time = timeOf(startsAt, locale)
  if (!sameDay(startsAt, now)) return ['join.beginDay', { day: dayOf(startsAt, locale), time }]
  return ['join.beginAt', { time, minutes: Math.ceil((startsAt - now) / 60_000) }]
}
