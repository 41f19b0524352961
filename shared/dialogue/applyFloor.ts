import { freshFloor, insertHand, isHand, onFloor, settleClock, withoutHand } from './floors.ts'
import type { DialogueEvent } from './events.ts'
import type { Floor, PersonId, Round, RoundSummary, SessionState, Turn } from './model.ts'

/** The events of a room's floor. */
export type FloorEvent = Extract<
  DialogueEvent,
  {
    type:
      | 'HandRaised'
      | 'HandTyped'
      | 'HandLowered'
      | 'HandRestored'
      | 'HandDropped'
      | 'FloorGranted'
      | 'TurnStarted'
      | 'TurnTyped'
      | 'TurnGivenTime'
      | 'TurnExtended'
      | 'TurnPaused'
      | 'TurnResumed'
      | 'TurnDropped'
      | 'TurnEnded'
      | 'ReplyInvited'
      | 'ReplyEnded'
      | 'ModeSet'
      | 'RoundJoined'
      | 'RoundEnded'
      | 'SilenceStarted'
      | 'SilenceEnded'
      | 'SteeringStarted'
      | 'SteeringStopped'
  }
>

/** One floor event folded into the room's floor; the turn's clock is settled afterwards. */
export const applyFloor = (state: SessionState, event: FloorEvent, at: number): SessionState =>
  onFloor(state, event.room, (floor) => settleClock(change(floor, event, at, state.settings.offerMs), at))

function change(floor: Floor, event: FloorEvent, at: number, offerMs: number): Floor {
  switch (event.type) {
    case 'HandRaised':
      return insertHand(
        floor,
        { person: event.person, kind: event.kind, raisedAt: at, typed: event.typed },
        floor.queue.length,
      )
    case 'HandTyped': {
      const meant = isHand(event.person, event.kind)
      const queue = floor.queue.map((hand) => (meant(hand) ? { ...hand, typed: event.typed } : hand))
      return { ...floor, queue }
    }
    case 'HandLowered':
      return lowerHand(floor, event, at)
    case 'HandRestored':
      return insertHand(floor, event.hand, event.index)
    case 'HandDropped':
      return forget(floor, event.person)
    case 'FloorGranted':
      return { ...withoutHand(floor, event.turn.person, event.turn.kind), turn: event.turn, lastRound: null }
    case 'TurnEnded':
      return endTurn(floor, event, at)
    case 'TurnTyped':
      return typed(floor, event, at)
    case 'ReplyInvited':
      return { ...withoutHand(floor, event.person, 'reply'), reply: event.person }
    case 'ReplyEnded':
      return { ...floor, reply: floor.reply === event.person ? null : floor.reply }
    case 'ModeSet':
      return {
        ...floor,
        mode: event.mode,
        reply: event.mode === 'free' ? null : floor.reply,
        lastRound: null,
        round:
          event.mode === 'round'
            ? { order: event.order, done: [], passed: [], spoke: [], second: false }
            : null,
      }
    case 'RoundJoined':
      return onRound(floor, (round) => ({ ...round, order: [...round.order, event.person] }))
    case 'RoundEnded':
      return { ...floor, mode: 'firstCome', round: null, lastRound: summary(floor.round) }
    case 'SilenceStarted':
      return { ...floor, silence: { until: event.until } }
    case 'SilenceEnded':
      return offerAgain({ ...floor, silence: null }, at + offerMs)
    case 'SteeringStarted':
      return { ...floor, steering: event.person }
    case 'SteeringStopped':
      return offerAgain({ ...floor, steering: null }, at + offerMs)
    default:
      return floor.turn?.id === event.turn ? { ...floor, turn: changeTurn(floor.turn, event) } : floor
  }
}

type TurnEvent = Extract<
  FloorEvent,
  { type: 'TurnStarted' | 'TurnGivenTime' | 'TurnExtended' | 'TurnPaused' | 'TurnResumed' | 'TurnDropped' }
>

function changeTurn(turn: Turn, event: TurnEvent): Turn {
  switch (event.type) {
    case 'TurnStarted':
      return { ...turn, state: 'speaking', deadline: null }
    case 'TurnGivenTime':
      return { ...turn, deadline: event.deadline, extended: true }
    case 'TurnExtended':
      return { ...turn, targetMs: event.targetMs }
    case 'TurnPaused':
      return { ...turn, paused: true }
    case 'TurnResumed':
      return { ...turn, state: 'speaking', paused: false, deadline: null }
    case 'TurnDropped':
      return { ...turn, state: 'dropped', deadline: event.deadline }
  }
}

function lowerHand(floor: Floor, event: Extract<FloorEvent, { type: 'HandLowered' }>, at: number): Floor {
  const index = floor.queue.findIndex(isHand(event.person, event.kind))
  const hand = floor.queue[index]
  if (!hand) return floor
  const holder = floor.turn ? [floor.turn.person] : []
  const behind = [...holder, ...floor.queue.slice(0, index).map((other) => other.person)]
  const rest = withoutHand(floor, event.person, event.kind)
  const fresh = rest.lowered.filter(({ until }) => until > at)
  return { ...rest, lowered: [...fresh, { hand, behind, until: event.until }] }
}

function endTurn(floor: Floor, event: Extract<FloorEvent, { type: 'TurnEnded' }>, at: number): Floor {
  const turn = floor.turn
  if (turn?.id !== event.turn) return floor
  let next: Floor = { ...floor, turn: null, reply: null }
  if (event.heldMs !== null && event.heldMs > 0) {
    const before = floor.heldMs[turn.person] ?? 0
    next = { ...next, heldMs: { ...floor.heldMs, [turn.person]: before + event.heldMs } }
  }
  if (event.place !== null) {
    const hand = { person: turn.person, kind: turn.kind, raisedAt: turn.raisedAt ?? at, typed: turn.typed }
    next = insertHand(next, hand, event.place)
  }
  return onRound(next, (round) => hadTurn(round, turn, event.how))
}

/** F6: who spoke has been; who passed comes once more at the end; who was late or dropped has not been yet. */
function hadTurn(round: Round, turn: Turn, how: string): Round {
  if (turn.kind !== 'turn' || !round.order.includes(turn.person)) return round
  const been = { ...round, done: add(round.done, turn.person) }
  if (how === 'done' || (how === 'stopped' && turn.state === 'speaking')) {
    return { ...been, spoke: add(round.spoke, turn.person) }
  }
  if (how !== 'passed') return round
  return round.passed.includes(turn.person) ? been : { ...round, passed: [...round.passed, turn.person] }
}

/** Older ones are in the log. */
const TYPED_SHOWN = 10

function typed(floor: Floor, event: Extract<FloorEvent, { type: 'TurnTyped' }>, at: number): Floor {
  if (floor.turn?.id !== event.turn) return floor
  const said = { turn: event.turn, person: floor.turn.person, at, text: event.text }
  return { ...floor, typed: [...floor.typed, said].slice(-TYPED_SHOWN) }
}

const summary = (round: Round | null): RoundSummary | null =>
  round && {
    spoke: round.spoke,
    passed: round.passed.filter((person) => !round.spoke.includes(person)),
    missed: round.order.filter((person) => !round.spoke.includes(person) && !round.passed.includes(person)),
  }

/** Leaving frees every place: hands, the way back, the round (F2). */
function forget(floor: Floor, person: PersonId): Floor {
  const others = (people: PersonId[]) => people.filter((other) => other !== person)
  const rest = {
    ...floor,
    queue: floor.queue.filter((hand) => hand.person !== person),
    lowered: floor.lowered.filter(({ hand }) => hand.person !== person),
  }
  return onRound(rest, (round) => ({
    ...round,
    order: others(round.order),
    done: others(round.done),
    passed: others(round.passed),
    spoke: others(round.spoke),
  }))
}

/** An offer does not run out while nobody could take it up: it gets its full time again. */
const offerAgain = (floor: Floor, deadline: number): Floor =>
  floor.turn?.state === 'offered' ? { ...floor, turn: { ...floor.turn, deadline } } : floor

/** The second chance begins when everybody has spoken or passed. */
function onRound(floor: Floor, make: (round: Round) => Round): Floor {
  if (!floor.round) return floor
  const round = make(floor.round)
  const second = round.order.every((person) => round.done.includes(person) || round.passed.includes(person))
  return { ...floor, round: { ...round, second } }
}

const add = (people: PersonId[], person: PersonId): PersonId[] =>
  people.includes(person) ? people : [...people, person]

/** What is left of a floor when its room closes: nobody waits or speaks there; the time held is kept (S1). */
export const closedFloor = (floor: Floor): Floor => freshFloor(floor.mode, floor.heldMs)
