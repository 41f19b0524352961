import { stillAsked } from '../consent/round.ts'
import { heldAt } from './roomFloor.ts'
import { atTables, leads, openRooms, placeOf } from '../places.ts'
import { mayHaveFloor, newTurn, nextUp, roundIsOver } from './speakingOrder.ts'
import { accept, inSteps, type Context, type Decision } from '../decision.ts'
import type { DialogueEvent, EventOf } from '../events.ts'
import type { Floor, PersonId, RoomId, SessionState, Turn, TurnId } from '../model.ts'

/** How the floor moves on: ending a turn, offering the next one, cleaning up after somebody went. */

type Ended = EventOf<'TurnEnded'>

/** The turn named in a command, when it is the one that is going on (F8). */
export const turnNamed = (state: SessionState, room: RoomId, turn: TurnId): Turn | null => {
  const current = state.floors[room]?.turn
  return current?.id === turn ? current : null
}

/** The turn is over; `place` puts the hand back in the queue. */
export const turnEnded = (
  room: RoomId,
  turn: Turn,
  how: Ended['how'],
  place: number | null,
  now: number,
): Ended => ({ type: 'TurnEnded', room, turn: turn.id, how, place, heldMs: heldAt(turn, now) })

/** F4, F5: late and dropped people come first again; in a round their place is the round's, unless they had raised a hand. */
export const frontPlace = (floor: Floor, turn: Turn): number | null =>
  floor.round?.order.includes(turn.person) && turn.raisedAt === null ? null : 0

/** Whoever leads, or the room itself, stops this turn. Who had not begun or had lost the line keeps the place in front. */
export function stopTurn(state: SessionState, room: RoomId, now: number): DialogueEvent[] {
  const floor = state.floors[room]
  if (!floor?.turn) return []
  const place = floor.turn.state === 'speaking' ? null : frontPlace(floor, floor.turn)
  return [turnEnded(room, floor.turn, 'stopped', place, now)]
}

/** Offer the floor to the next who waits and is there, unless it is taken or there is a silence. A round that is done is closed first. */
export function offerNext(
  state: SessionState,
  room: RoomId,
  context: Context,
  except?: PersonId,
): DialogueEvent[] {
  const floor = state.floors[room]
  if (!floor || floor.turn || floor.silence || !openRooms(state).includes(room)) return []
  if (roundIsOver(floor)) return [{ type: 'RoundEnded', room }]
  const next = nextUp(state, room, context, except)
  return next ? [{ type: 'FloorGranted', room, turn: newTurn(state, floor, next, false, context) }] : []
}

/** End the turn, then let the floor go on by itself; `except` lets the others go first. */
export function endAndGoOn(state: SessionState, context: Context, ended: Ended, except?: PersonId): Decision {
  const goOn = (next: SessionState) => offerNext(next, ended.room, context, except)
  return accept(...inSteps(state, context.now, () => [ended], goOn))
}

/** Is whoever leads this room gone, for long enough that the floor must go on by itself? */
export function leaderIsGone(
  state: SessionState,
  room: RoomId,
  { present, leaderLastSeen, now }: Pick<Context, 'present' | 'leaderLastSeen' | 'now'>,
): boolean {
  if (state.order.some((person) => present.has(person) && leads(state, person, room))) return false
  const seen = leaderLastSeen[room]
  return seen === undefined || now - seen >= state.settings.leaderGoneMs
}

/** What happens in a room nobody leads any more: a guide who went stops guiding, and the next who waits is offered the floor. */
export function goOnWithoutLeader(state: SessionState, room: RoomId, context: Context): DialogueEvent[] {
  const steering = state.floors[room]?.steering
  const stop: DialogueEvent[] = steering ? [{ type: 'SteeringStopped', room, person: steering }] : []
  return inSteps(
    state,
    context.now,
    () => stop,
    (next) => offerNext(next, room, context),
  )
}

/** After people went to another room: whatever they still held in a room they are not in is put down, and the floor goes on. */
export function tidyFloors(state: SessionState, context: Context): DialogueEvent[] {
  return inSteps(
    state,
    context.now,
    ...Object.keys(state.floors).map((room) => (next: SessionState) => tidyFloor(next, room, context)),
  )
}

function tidyFloor(state: SessionState, room: RoomId, context: Context): DialogueEvent[] {
  const floor = state.floors[room]
  if (!floor) return []
  const { turn, reply, steering } = floor
  const events: DialogueEvent[] = []
  const away = (person: PersonId) => placeOf(state, person) !== room
  if (steering && (away(steering) || !leads(state, steering, room))) {
    events.push({ type: 'SteeringStopped', room, person: steering })
  }
  if (reply && away(reply)) events.push({ type: 'ReplyEnded', room, person: reply })
  for (const person of waiting(floor)) {
    if (!keepsPlace(state, room, person)) events.push({ type: 'HandDropped', room, person })
  }
  if (!turn || mayHaveFloor(state, room, turn.person)) return events
  events.push(turnEnded(room, turn, 'left', null, context.now))
  return inSteps(
    state,
    context.now,
    () => events,
    (next) => offerNext(next, room, context),
  )
}

function waiting(floor: Floor): Set<PersonId> {
  const lowered = floor.lowered.map(({ hand }) => hand.person)
  const asked = [...(floor.round?.order ?? []), ...stillAsked(floor.consent)]
  return new Set([...floor.queue.map((hand) => hand.person), ...lowered, ...asked])
}

/** F2: who sits elsewhere for now keeps the place in the plenary; a facilitator who visits another desk keeps it at the own tables. */
const mayWait = (state: SessionState, person: PersonId): boolean => {
  const place = placeOf(state, person)
  return place !== null && mayHaveFloor(state, place, person)
}

function keepsPlace(state: SessionState, room: RoomId, person: PersonId): boolean {
  if (!state.people[person] || state.people[person].left || !mayWait(state, person)) return false
  if (room === 'plenary' || !atTables(state.phase)) return true
  return placeOf(state, person) === room || leads(state, person, room)
}
