import type { EventDeclaration, Sealed } from '../event.ts'
import type { Fields } from '../give.ts'
import type { Floor, RoomId } from '../model.ts'
import type { Settings } from '../settings.ts'
import { onFloor, settleClock } from './roomFloor.ts'

interface FloorEvent<Body extends { room: RoomId }> {
  shown: Fields<Body>
  sealed?: Sealed<Body>
  change(floor: Floor, event: Body, at: number, settings: Settings): Floor
}

/**
 * An event of one room's floor: for whoever is there or leads it. The turn's clock is settled after each.
 * What it is made of follows from where it stands, not from what is handed in.
 */
export const floorEvent = <Body extends { room: RoomId }>({
  change,
  ...said
}: FloorEvent<NoInfer<Body>>): EventDeclaration<Body> => ({
  ...said,
  audience: ({ room }) => ({ to: 'room', room }),
  apply: (state, event, at) =>
    onFloor(state, event.room, (floor) => settleClock(change(floor, event, at, state.settings), at)),
})
