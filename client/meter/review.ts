import type { RoomId } from '../../shared/dialogue/model.ts'
import type { BalanceReport } from '../../shared/protocol.ts'
import type { BalanceShown } from './BalanceBars.tsx'
import { basisOf } from './words.ts'

/** What can be looked back on: one room, or for the organiser all of them together. */
export type PlaceId = RoomId | 'together'

/** The places of this report, the whole first. */
export function placesIn(report: BalanceReport): PlaceId[] {
  const whole = report.scopes.find(({ item }) => item === null)
  if (!whole) return []
  const rooms = whole.rooms.map(({ room }) => room)
  return whole.together ? ['together', ...rooms] : rooms
}

/** The balance at this place in the whole session (`null`) or one agenda item; null where nothing was said then. */
export function shownAt(report: BalanceReport, item: number | null, place: PlaceId): BalanceShown | null {
  const scope = report.scopes.find((one) => one.item === item)
  if (!scope) return null
  if (place !== 'together') return scope.rooms.find(({ room }) => room === place) ?? null
  return scope.together && { ...scope.together, basis: basisOf(used(scope.rooms).map(({ basis }) => basis)) }
}

/** A room nobody spoke in says nothing about what the time rests on. */
const used = (rooms: BalanceReport['scopes'][number]['rooms']) =>
  rooms.filter(({ people }) => people.some((person) => !person.silent))
