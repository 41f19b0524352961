import { isHere, placeOf } from './places.ts'
import type { Context } from './decision.ts'
import type { Floor, Hand, HandKind, PersonId, RoomId, SessionState, Turn } from './model.ts'

/** Who is next, and what a grant looks like. */

/** A reply is short (F3), in milliseconds. */
const REPLY_TARGET = 30_000

export interface Next {
  person: PersonId
  kind: HandKind
}

/** May this person have the floor of this room? F7: whoever facilitates queues like anyone. */
export function mayHaveFloor(state: SessionState, room: RoomId, person: PersonId): boolean {
  const role = state.people[person]?.role
  const takesPart = role === 'participant' || role === 'facilitator' || role === 'organiser'
  return takesPart && placeOf(state, person) === room
}

type Presence = Pick<Context, 'present' | 'spokenMs'>

/**
 * Who gets the floor next, or null when nobody who is there waits. Absent people are passed over and keep their place (F2).
 * A reply goes first, then the mode's order (F6), then points of order nobody has answered (F3).
 * When everybody a round still waits for is away, raised hands do not wait with it.
 */
export function nextUp(
  state: SessionState,
  room: RoomId,
  { present, spokenMs }: Presence,
  except?: PersonId,
): Next | null {
  const floor = state.floors[room]
  if (!floor || floor.mode === 'free') return null
  const here = (person: PersonId) =>
    person !== except && isHere(state, person, present) && mayHaveFloor(state, room, person)
  const hands = (kind: HandKind) => floor.queue.filter((hand) => hand.kind === kind && here(hand.person))
  const inRound = floor.round ? nextInRound(floor, here) : null
  const turns = inRound ? [] : inOrder(floor, hands('turn'), spokenMs[room] ?? {})
  return (
    hands('reply')[0] ??
    (inRound ? { person: inRound, kind: 'turn' } : null) ??
    turns[0] ??
    hands('process')[0] ??
    null
  )
}

/** F6: least speaking time in this room first; as long as it is equal, the order of the queue. */
function inOrder(floor: Floor, hands: Hand[], spokenMs: Record<PersonId, number>): Hand[] {
  if (floor.mode !== 'quietFirst') return hands
  return hands.toSorted((a, b) => (spokenMs[a.person] ?? 0) - (spokenMs[b.person] ?? 0))
}

/** Everyone once in seat order, then whoever passed. */
function nextInRound({ round }: Floor, here: (person: PersonId) => boolean): PersonId | null {
  if (!round) return null
  const waiting = round.order.filter((person) => !round.done.includes(person) && here(person))
  return waiting.find((person) => !round.passed.includes(person)) ?? waiting[0] ?? null
}

/** Everybody has been. */
export const roundIsOver = ({ round }: Floor): boolean =>
  round !== null && round.order.every((person) => round.done.includes(person))

/** A new grant of the floor, offered (F4). */
export function newTurn(
  state: SessionState,
  floor: Floor,
  next: Next,
  override: boolean,
  context: Pick<Context, 'now' | 'newId'>,
): Turn {
  const hand = floor.queue.find((other) => other.person === next.person && other.kind === next.kind)
  return {
    id: context.newId('trn'),
    person: next.person,
    kind: next.kind,
    state: 'offered',
    deadline: context.now + state.settings.offerMs,
    extended: false,
    countedMs: 0,
    runningSince: null,
    targetMs: next.kind === 'reply' ? REPLY_TARGET : state.settings.turnTargetMs,
    paused: false,
    raisedAt: hand?.raisedAt ?? null,
    override,
    typed: hand?.typed ?? false,
  }
}
