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

/** Whose device somebody speaks at. */
const holderOf = (state: SessionState, person: PersonId): PersonId => state.beside[person] ?? person

/** A press on the microphone: what it was made for. `fresh`: nobody was heard by it yet, as far as a live line tells. */
export interface Wish {
  grounds: readonly Ground[]
  fresh: boolean
  /** It asks to guide: until the event is here, nobody guides yet. */
  asksToLead: boolean
}

/** The microphone is not wanted. */
export const NO_WISH: Wish = { grounds: [], fresh: false, asksToLead: false }

/**
 * What a press may wait for: to guide when it asks for that, and a turn that has not begun or stands still for a line that was away.
 * Guiding that ended while the line was away does not go on by itself.
 */
function groundsToCome({ asksToLead }: Wish, state: SessionState, place: Place, me: PersonId): Ground[] {
  const turn = state.floors[place.room]?.turn
  const mine = turn && turn.state !== 'speaking' && holderOf(state, turn.person) === me
  return [...(asksToLead ? [leadGround(place)] : []), ...(mine ? [turnGround(place, turn.id)] : [])]
}

/**
 * What is left of a press. It counts for what it was made for and for nothing else, so that an old one never opens the
 * microphone at a later moment (F4, F8). One by which somebody was heard is over with what it was for; a fresh one waits
 * for it, and by a line that is away (`live` is false) nobody knows yet.
 */
export function leftOf(
  wish: Wish,
  { state, place, me, live }: { state: SessionState; place: Place; me: PersonId; live: boolean },
): Wish {
  const now = groundsOf(state, place, me)
  const isIn = (grounds: Ground[]) => wish.grounds.some((ground) => grounds.includes(ground))
  if (isIn(now)) return live && wish.fresh ? { ...wish, fresh: false } : wish
  const waits = wish.fresh && isIn(groundsToCome(wish, state, place, me))
  return waits ? wish : NO_WISH
}
