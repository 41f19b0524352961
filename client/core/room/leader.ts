import type { PersonId } from '../../../shared/dialogue/model.ts'
import { leads } from '../../../shared/dialogue/places.ts'
import { nameOf, type RoomView } from './view.ts'

/** Who leads this room, whoever is there first; null while a table has nobody. */
function leaderOf({ state, room, present }: RoomView): PersonId | null {
  const leaders = state.order.filter((person) => leads(state, person, room))
  return leaders.find((person) => present.has(person)) ?? leaders[0] ?? null
}

/** Somebody who leads this room is there. */
export function isLed(view: RoomView): boolean {
  const leader = leaderOf(view)
  return leader !== null && view.present.has(leader)
}

/** The name in a sentence about whoever leads. */
export function leaderName(view: RoomView): string {
  const leader = leaderOf(view)
  return leader === null ? '…' : nameOf(view, leader)
}
