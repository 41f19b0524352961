import { mayBeHeard } from '../../../shared/dialogue/floor/mayBeHeard.ts'
import type { Floor, Hand, HandKind } from '../../../shared/dialogue/model.ts'
import { comesBefore, isNumbered, lineOf, nextOf, placeIn } from '../../core/room/line.ts'
import type { Part } from './part.ts'
import { floorOf, nameOf, secondsUntil, type RoomView } from '../../core/room/view.ts'

/**
 * The one control for the hand. `down` is a big button; `up` a calm panel without a button, so that nobody lowers a hand by
 * pressing twice; `lowered` keeps the way back for ten seconds (F4); `waiting` needs no hand (a round); `turn`: the turn bar
 * takes its place; `none`: this person raises no hand here.
 */
export type HandView =
  | { look: 'none'; why: 'observer' | 'interpreter' | 'other' }
  | { look: 'turn' }
  | { look: 'down'; label: Part }
  | { look: 'up'; kind: HandKind; main: Part; sub: Part; next: boolean; typed: boolean }
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
  if (floor.round) return inRound(view)
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

/** The panel of a raised hand says that its microphone waits; not where it is on already, is not there, or is not needed. */
export function microphoneWaits(view: RoomView): boolean {
  const hand = handView(view)
  if (hand.look !== 'up' || hand.typed || view.media.state === 'off') return false
  return !floorOf(view).silence && !mayBeHeard(view.state, view.room, view.me)
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

function raised(view: RoomView, floor: Floor, { kind, typed }: Hand): HandView {
  const next = nextOf(view)?.person === view.me
  const sub: Part = { key: typed ? 'hand.typedUp' : 'hand.isUp' }
  if (kind !== 'turn') {
    const main: Part = { key: kind === 'process' ? 'hand.processUp' : 'hand.replyUp' }
    return { look: 'up', kind, main, sub: next ? { key: 'hand.next' } : sub, next, typed }
  }
  if (next) return { look: 'up', kind, main: { key: 'hand.next' }, sub, next, typed }
  const position = placeIn(lineOf(view), view.me)?.number
  if (!position || !isNumbered(floor)) {
    const why: Part = isNumbered(floor) ? { key: 'hand.waiting' } : { key: 'hand.ordered' }
    return { look: 'up', kind, main: { key: 'hand.upShort' }, sub: why, next, typed }
  }
  return { look: 'up', kind, main: { key: 'hand.number', values: { position } }, sub, next, typed }
}

function inRound(view: RoomView): HandView {
  const line = lineOf(view)
  const own = placeIn(line, view.me)
  if (!own) return { look: 'waiting', main: { key: 'hand.been' }, sub: { key: 'sub.once' }, next: false }
  const next = nextOf(view)?.person === view.me
  const before = comesBefore(line, own)
  const main: Part =
    next || !before
      ? { key: next ? 'hand.next' : 'hand.waiting' }
      : { key: 'hand.after', values: { name: nameOf(view, before.person) } }
  return { look: 'waiting', main, sub: { key: 'hand.waiting' }, next }
}
