import type { RoomId } from '../../../shared/dialogue/model.ts'
import type { BalanceReport, Scope } from '../../../shared/dialogue/time/balance.ts'
import type { BalanceShown } from './shown.ts'
import { basisOf } from './words.ts'

/** What can be looked back on: one room, or for the organiser all of them together. */
export type PlaceId = RoomId | 'together'

/** What of this report can be chosen, the whole first. */
export function scopesIn({ scopes }: BalanceReport): Scope[] {
  const all = scopes.map(({ scope }) => scope)
  return [...all.filter((scope) => typeof scope !== 'number'), ...all.filter(Number.isInteger)]
}

/** The places of this report, the whole first. */
export function placesIn(report: BalanceReport): PlaceId[] {
  const whole = report.scopes.find(({ scope }) => scope === 'session')
  if (!whole) return []
  const rooms = whole.rooms.map(({ room }) => room)
  return whole.together ? ['together', ...rooms] : rooms
}

/** The balance at this place in what is looked back on; null where nothing was said then. */
export function shownAt(report: BalanceReport, scope: Scope, place: PlaceId): BalanceShown | null {
  const found = report.scopes.find((one) => one.scope === scope)
  if (!found) return null
  if (place !== 'together') return found.rooms.find(({ room }) => room === place) ?? null
  return found.together && { ...found.together, basis: basisOf(used(found.rooms).map(({ basis }) => basis)) }
}

/** A room nobody spoke in says nothing about what the time rests on. */
const used = (rooms: BalanceReport['scopes'][number]['rooms']) =>
  rooms.filter(({ people }) => people.some((person) => !person.silent))
