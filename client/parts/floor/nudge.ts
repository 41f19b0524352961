import { atTables, placeOf } from '../../../shared/dialogue/places.ts'
import { NUDGE_SHOWN_MS } from '../../../shared/dialogue/time/nudges.ts'
import type { Nudge, NudgeAnswer } from '../../../shared/dialogue/model.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'

/** S6: three answers that weigh the same. */
export const NUDGE_CHOICES: Record<Nudge['why'], readonly [NudgeAnswer, NudgeAnswer, NudgeAnswer]> = {
  silent: ['speak', 'listen', 'later'],
  long: ['finish', 'point', 'enough'],
}

/**
 * The private question to show now (S6), or null: there are none, it was answered, it is a minute old, there is a silence, or what it asks
 * about has passed by itself.
 */
export function nudgeOf(view: RoomView): Nudge | null {
  const nudge = view.state.nudges[view.me]
  const floor = floorOf(view)
  if (!nudge || nudge.answer !== null || floor.silence || !view.state.settings.nudgesOn) return null
  if (placeOf(view.state, view.me) !== view.room) return null
  if (view.now - nudge.at >= NUDGE_SHOWN_MS) return null
  const mine = floor.turn?.person === view.me
  const waits = floor.queue.some((hand) => hand.person === view.me)
  if (nudge.why === 'silent') return mine || waits || !atTables(view.state.phase) ? null : nudge
  if (nudge.turn !== null) return floor.turn?.id === nudge.turn ? nudge : null
  return floor.mode === 'free' ? nudge : null
}
