import type { Floor, Hand, HandKind } from '../../shared/dialogue/model.ts'
import { isNumbered, lineOf, positionIn } from './line.ts'
import type { Part } from './part.ts'
import { floorOf, nameOf, secondsUntil, type RoomView } from './view.ts'

/**
 * The one control for the hand. `down` is a big button; `up` a calm panel without a button, so that nobody lowers a hand by
 * pressing twice; `lowered` keeps the way back for ten seconds (F4); `waiting` needs no hand (a round); `turn`: the turn bar
 * takes its place; `none`: this person raises no hand here.
 */
export type HandView =
  | { look: 'none'; why: 'observer' | 'interpreter' | 'other' }
  | { look: 'turn' }
  | { look: 'down'; label: Part }
  | { look: 'up'; kind: HandKind; main: Part; sub: Part; next: boolean }
  | { look: 'lowered'; seconds: number }
  | { look: 'waiting'; main: Part; sub: Part; next: boolean }

/** What the hand of this person looks like now. */
export function handView(view: RoomView): HandView {
  const none = whyNone(view)
  if (none) return none
  const floor = floorOf(view)
  if (floor.turn?.person === view.me) return { look: 'turn' }
  const hand = ownHand(floor, view.me)
  if (hand) return raised(view, floor, hand)
  const lowered = floor.lowered.find((entry) => entry.hand.person === view.me && entry.until > view.now)
  if (lowered) return { look: 'lowered', seconds: secondsUntil(lowered.until, view.now) }
  if (floor.round) return inRound(view, floor)
  return { look: 'down', label: { key: floor.silence ? 'hand.later' : 'hand.idle' } }
}

/** The kinds of hand that may be raised beside the turn: a short reply to this speaker, a question about the talk (F3). */
export function handWays(view: RoomView): ('reply' | 'process')[] {
  if (whyNone(view)) return []
  const floor = floorOf(view)
  const up = new Set(floor.queue.filter((hand) => hand.person === view.me).map((hand) => hand.kind))
  const mine = floor.turn?.person === view.me
  const ways: ('reply' | 'process')[] = []
  const someoneSpeaks = floor.turn !== null && floor.turn.kind !== 'reply' && !mine
  const taken = floor.reply !== null || floor.queue.some((hand) => hand.kind === 'reply')
  if (someoneSpeaks && !taken && !floor.round && !floor.silence) ways.push('reply')
  if (!mine && !up.has('process')) ways.push('process')
  return ways
}

/**
 * Speaking or typing in the turn one waits for (F3); pressing it changes to the other, and the place stays.
 * Null where nothing can be raised now: somebody else's role, or one's own turn.
 */
export function typeWay(view: RoomView): { to: 'type' | 'speak'; kind: HandKind } | null {
  if (whyNone(view)) return null
  const floor = floorOf(view)
  if (floor.turn?.person === view.me) return null
  const hand = ownHand(floor, view.me)
  return { to: hand?.typed ? 'speak' : 'type', kind: hand?.kind ?? 'turn' }
}

function whyNone({ state, me }: RoomView): Extract<HandView, { look: 'none' }> | null {
  const role = state.people[me]?.role
  if (role === 'observer') return { look: 'none', why: 'observer' }
  if (role === 'interpreter') return { look: 'none', why: 'interpreter' }
  if (role === undefined || role === 'helper') return { look: 'none', why: 'other' }
  return state.phase.name === 'lobby' || state.phase.name === 'ended' ? { look: 'none', why: 'other' } : null
}

/** The hand that is shown when somebody has more than one up: the turn first. */
function ownHand(floor: Floor, me: string): Hand | undefined {
  const own = floor.queue.filter((hand) => hand.person === me)
  return own.find((hand) => hand.kind === 'turn') ?? own[0]
}

function raised(view: RoomView, floor: Floor, hand: Hand): HandView {
  const sub: Part = { key: hand.typed ? 'hand.typedUp' : 'hand.isUp' }
  if (hand.kind === 'process')
    return { look: 'up', kind: 'process', main: { key: 'hand.processUp' }, sub, next: false }
  if (hand.kind === 'reply')
    return { look: 'up', kind: 'reply', main: { key: 'hand.replyUp' }, sub, next: false }
  const position = positionIn(lineOf(floor), view.me)
  if (position === null || !isNumbered(floor)) {
    const why: Part = isNumbered(floor) ? { key: 'hand.waiting' } : { key: 'hand.ordered' }
    return { look: 'up', kind: 'turn', main: { key: 'hand.upShort' }, sub: why, next: false }
  }
  const main: Part = position === 1 ? { key: 'hand.next' } : { key: 'hand.number', values: { position } }
  return { look: 'up', kind: 'turn', main, sub, next: position === 1 }
}

function inRound(view: RoomView, floor: Floor): HandView {
  const line = lineOf(floor)
  const position = positionIn(line, view.me)
  if (position === null)
    return { look: 'waiting', main: { key: 'hand.been' }, sub: { key: 'sub.once' }, next: false }
  if (position === 1)
    return { look: 'waiting', main: { key: 'hand.next' }, sub: { key: 'hand.waiting' }, next: true }
  const before = line[position - 2]
  const values = { name: before ? nameOf(view, before.person) : '' }
  return { look: 'waiting', main: { key: 'hand.after', values }, sub: { key: 'hand.waiting' }, next: false }
}
