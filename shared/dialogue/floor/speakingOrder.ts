import { stillAsked } from '../consent/round.ts'
import { isHand, oldPlace } from './roomFloor.ts'
import { isHere, placeOf } from '../places.ts'
import type { Context } from '../decision.ts'
import type { Floor, Hand, HandKind, PersonId, RoomId, SessionState, Turn } from '../model.ts'

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

/** What the order depends on besides the state. A screen that may not know somebody's time leaves it out (S3). */
export type Circumstances = Pick<Context, 'present' | 'spokenMs' | 'now'>

/** Somebody who waits, in the place where the floor comes to them. */
export interface Place extends Next {
  /** From 1, the same on every screen (F1); a point of order stands outside the line (F3). */
  number: number | null
  /** Will type instead of speak (F3). */
  typed: boolean
  /** The hand went down a moment ago: the place is kept, and nobody is called to it (F4). */
  kept: boolean
  /** Not there now, seated elsewhere, or just called: others go first and the place is kept (F2). */
  passedOver: boolean
}

/**
 * Who comes after the turn that is going on, in the order in which the floor is offered.
 * A reply goes first, then the mode's order (F6), then points of order nobody has answered (F3).
 * In a round the raised hands come behind the seats: they are for after it, or for when all it still waits for are away.
 */
export function speakingOrder(
  state: SessionState,
  room: RoomId,
  { present, spokenMs, now }: Circumstances,
  except?: PersonId,
): Place[] {
  const floor = state.floors[room]
  if (!floor) return []
  // who was called and has not begun is not called again at once
  const called = except ?? (floor.turn && floor.turn.state !== 'speaking' ? floor.turn.person : undefined)
  const seats = seatsToCome(floor)
  const hands = handsInPlace(floor, now)
  const of = (kind: HandKind) => hands.filter((waiting) => waiting.kind === kind)
  const turns = of('turn').filter(({ person }) => !seats.some((seat) => seat.person === person))
  const all = [...of('reply'), ...seats, ...inOrder(floor, turns, spokenMs[room] ?? {}), ...of('process')]
  return all.map((waiting, index) => ({
    ...waiting,
    number: waiting.kind === 'process' ? null : index + 1,
    passedOver:
      waiting.person === called ||
      !isHere(state, waiting.person, present) ||
      !mayHaveFloor(state, room, waiting.person),
  }))
}

/** Who is offered the floor next: the first in the order who can take it. Null in free talk, and when a round is closed first. */
export function nextUp(
  state: SessionState,
  room: RoomId,
  around: Circumstances,
  except?: PersonId,
): Next | null {
  const floor = state.floors[room]
  if (!floor || floor.mode === 'free' || roundIsOver(floor)) return null
  const order = speakingOrder(state, room, around, except)
  return order.find(({ kept, passedOver }) => !kept && !passedOver) ?? null
}

type Waiting = Omit<Place, 'number' | 'passedOver'>

const waits = ({ person, kind, typed }: Hand, kept: boolean): Waiting => ({ person, kind, typed, kept })

/** The hands that are up, with those just lowered where `oldPlace` would put them back (F4). */
function handsInPlace(floor: Floor, now: number): Waiting[] {
  const line = floor.queue.map((hand) => waits(hand, false))
  const kept = floor.lowered
    .filter(({ until }) => until >= now)
    .map(({ hand, behind }) => ({ hand, index: oldPlace(floor, hand, behind) }))
    .toSorted((a, b) => b.index - a.index)
  for (const { hand, index } of kept) line.splice(index, 0, waits(hand, true))
  return line
}

/** F6: least speaking time in this room first; as long as it is equal, the order of the queue. */
function inOrder(floor: Floor, hands: Waiting[], spokenMs: Record<PersonId, number>): Waiting[] {
  if (floor.mode !== 'quietFirst') return hands
  return hands.toSorted((a, b) => (spokenMs[a.person] ?? 0) - (spokenMs[b.person] ?? 0))
}

/** Everyone once in seat order, then whoever passed (F6). Nobody needs a hand; who would rather type raises one to say so. */
function seatsToCome(floor: Floor): Waiting[] {
  const { round, turn } = floor
  if (!round) return []
  const again = askedAgain(floor)
  const holds = (person: PersonId) => turn?.person === person && turn.kind === 'turn' && person !== again
  const waiting = round.order.filter((person) => !round.done.includes(person) && !holds(person))
  const passed = (person: PersonId) => round.passed.includes(person) || person === again
  return [...waiting.filter((person) => !passed(person)), ...waiting.filter(passed)].map((person) => {
    const typed = floor.queue.some((hand) => hand.typed && isHand(person, 'turn')(hand))
    return { person, kind: 'turn', typed, kept: false }
  })
}

/** Everybody has been, once the one who speaks now has. */
export const roundIsOver = (floor: Floor): boolean => {
  const { round } = floor
  const last = askedAgain(floor) === null ? inTheirTurn(floor) : null
  return round !== null && round.order.every((person) => round.done.includes(person) || person === last)
}

const inTheirTurn = ({ turn }: Floor): PersonId | null =>
  turn?.state === 'speaking' && turn.kind === 'turn' ? turn.person : null

/** C4: who speaks in a consent round and goes without an answer comes once more, after everybody else. */
function askedAgain(floor: Floor): PersonId | null {
  const speaks = inTheirTurn(floor)
  if (!speaks || !stillAsked(floor.consent).includes(speaks)) return null
  return floor.round?.order.includes(speaks) && !floor.round.passed.includes(speaks) ? speaks : null
}

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
