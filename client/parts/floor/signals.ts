import { heldAt } from '../../../shared/dialogue/floor/roomFloor.ts'
import type { TurnId } from '../../../shared/dialogue/model.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'

/** So long before the target one hears that it is near. */
const NEAR_MS = 30_000

/**
 * How far my own turn is: it is offered, half a minute is left, the time meant for it is over. Each is told in words, in a
 * shape and, if one likes, in a sound; none of them ends a turn (F10). Null between them, and when the turn is not mine.
 */
export function signalOf(view: RoomView): { turn: TurnId; signal: 'offered' | 'half' | 'target' } | null {
  const { turn } = floorOf(view)
  if (turn?.person !== view.me) return null
  if (turn.state === 'offered') return { turn: turn.id, signal: 'offered' }
  const left = turn.targetMs - heldAt(turn, view.now)
  if (left <= 0) return { turn: turn.id, signal: 'target' }
  // a turn as short as that begins with half a minute: nothing to tell
  return left <= NEAR_MS && turn.targetMs > NEAR_MS ? { turn: turn.id, signal: 'half' } : null
}
