import { itemNow } from '../session/agenda.ts'
import type { Nudge, PersonId, RoomId, SessionState } from '../model.ts'
import { atTables } from '../places.ts'

/** S6: may this person be asked, as far as the state knows? */
export function mayNudge(state: SessionState, room: RoomId, person: PersonId, why: Nudge['why']): boolean {
  const floor = state.floors[room]
  const nudge = state.nudges[person]
  if (!state.settings.nudgesOn || !floor || floor.silence) return false
  if (state.people[person]?.role !== 'participant') return false
  if (nudge && nudge.quiet[why] === itemNow(state.agenda)) return false
  if (why === 'long') return true
  // in a round everybody is asked anyway; in a full plenary most people are silent
  if (!atTables(state.phase) || room === 'plenary' || floor.mode === 'round') return false
  const waits = floor.queue.some((hand) => hand.person === person)
  return !waits && floor.turn?.person !== person && floor.reply !== person
}
