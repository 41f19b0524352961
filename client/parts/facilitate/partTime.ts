import { leftOf, type RunningPart } from '../../../shared/dialogue/session/agenda.ts'

const MINUTE = 60_000

/** Where a part is in its time: `soon` with five minutes left, or with one left of what is short. Nothing stops at `over`. */
export type PartSignal = 'runs' | 'soon' | 'over'

export interface PartClock {
  signal: PartSignal
  title: string
  /** Rounded up: "1 more minute" holds until the end. */
  minutes: number
}

export function partClock(part: RunningPart, now: number): PartClock {
  const left = leftOf(part, now)
  const soon = part.lengthMs >= 10 * MINUTE ? 5 * MINUTE : MINUTE
  const signal = left <= 0 ? 'over' : left <= soon ? 'soon' : 'runs'
  return { signal, title: part.title, minutes: Math.max(0, Math.ceil(left / MINUTE)) }
}
