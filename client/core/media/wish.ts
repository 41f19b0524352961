import { mayBeHeard } from '../../../shared/dialogue/floor/mayBeHeard.ts'
import type { PersonId, SessionState, TurnId } from '../../../shared/dialogue/model.ts'
import type { Place } from './switching.ts'

/** What somebody may be heard for: a turn, an invited reply, leading, or free talk, each in one room. */
export type Ground = string

/** A press that comes before its ground: "Begin" and steering are answered before the event is here. */
export type Ahead = { turn: TurnId } | 'lead'

const inPlace = ({ room, version }: Place, what: string): Ground => `${room} ${version} ${what}`
const turnGround = (place: Place, turn: TurnId): Ground => inPlace(place, `turn ${turn}`)
const leadGround = (place: Place): Ground => inPlace(place, 'lead')

export const groundAhead = (place: Place, ahead: Ahead): Ground =>
  ahead === 'lead' ? leadGround(place) : turnGround(place, ahead.turn)

/** On what this person may be heard in this place right now; empty when they may not. */
export function groundsOf(state: SessionState, place: Place, me: PersonId): Ground[] {
  const floor = state.floors[place.room]
  if (!floor || !mayBeHeard(state, place.room, me)) return []
  const { turn, reply, steering, silence, mode } = floor
  const found: Ground[] = []
  if (steering === me) found.push(leadGround(place))
  if (silence) return found
  if (mode === 'free') found.push(inPlace(place, 'free'))
  if (reply === me) found.push(inPlace(place, `reply ${turn?.id ?? ''}`))
  // with no other ground it is somebody on the telephone, who is heard through whoever leads
  if (turn?.state === 'speaking' && (holderOf(state, turn.person) === me || found.length === 0)) {
    found.push(turnGround(place, turn.id))
  }
  return found
}

/** The turn is theirs and stands still, for a line that was away. */
export function turnWaits(state: SessionState, { room }: Place, me: PersonId): boolean {
  const turn = state.floors[room]?.turn
  return turn?.state === 'dropped' && holderOf(state, turn.person) === me
}

/** Whose device somebody speaks at. */
const holderOf = (state: SessionState, person: PersonId): PersonId => state.beside[person] ?? person

/**
 * Does a press still count? It counts for what it was made for and for nothing else, so that an old one never opens the
 * microphone at a later moment (F4, F8). `before`: the grounds there were when last asked.
 */
export function stillWished(
  wish: readonly Ground[],
  before: readonly Ground[],
  { state, place, me }: { state: SessionState; place: Place; me: PersonId },
): boolean {
  const now = groundsOf(state, place, me)
  if (wish.some((ground) => now.includes(ground))) return true
  if (now.length > 0 || wish.some((ground) => before.includes(ground))) return false
  const turn = state.floors[place.room]?.turn
  const mine = turn && holderOf(state, turn.person) === me
  const ahead = [leadGround(place), ...(mine ? [turnGround(place, turn.id)] : [])]
  return wish.some((ground) => ahead.includes(ground))
}
