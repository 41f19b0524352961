import { stillAsked, type ConsentRound } from '../consent/round.ts'
import type { Floor, Hand, HandKind, PersonId, Round, RoundSummary, Turn, TurnId } from '../model.ts'
import { insertHand, isHand, withoutHand } from './roomFloor.ts'

/** What the events of a room make of its floor. */

/** F4: the place of a hand that goes down is kept for a while. */
export function lowerHand(
  floor: Floor,
  { person, kind, until }: { person: PersonId; kind: HandKind; until: number },
  at: number,
): Floor {
  const index = floor.queue.findIndex(isHand(person, kind))
  const hand = floor.queue[index]
  if (!hand) return floor
  const holder = floor.turn ? [floor.turn.person] : []
  const behind = [...holder, ...floor.queue.slice(0, index).map((other) => other.person)]
  const rest = withoutHand(floor, person, kind)
  const fresh = rest.lowered.filter((other) => other.until > at)
  return { ...rest, lowered: [...fresh, { hand, behind, until }] }
}

/** Leaving frees every place: hands, the way back, the round (F2). */
export function forget(floor: Floor, person: PersonId): Floor {
  const others = (people: PersonId[]) => people.filter((other) => other !== person)
  const rest = {
    ...floor,
    queue: floor.queue.filter((hand) => hand.person !== person),
    lowered: floor.lowered.filter(({ hand }) => hand.person !== person),
    consent: floor.consent && notAsked(floor.consent, person),
  }
  return onRound(rest, (round) => ({
    ...round,
    order: others(round.order),
    done: others(round.done),
    passed: others(round.passed),
    spoke: others(round.spoke),
  }))
}

/** Whoever goes is not asked any more; what they have answered stands. */
const notAsked = (consent: ConsentRound, person: PersonId): ConsentRound =>
  stillAsked(consent).includes(person)
    ? { ...consent, order: consent.order.filter((other) => other !== person) }
    : consent

/** F8: only the turn that is named. */
export const onTurn = (floor: Floor, id: TurnId, news: Partial<Turn>): Floor =>
  floor.turn?.id === id ? { ...floor, turn: { ...floor.turn, ...news } } : floor

/** Older ones are in the log. */
const TYPED_SHOWN = 10

export function typeTurn(floor: Floor, { turn, text }: { turn: TurnId; text: string }, at: number): Floor {
  if (floor.turn?.id !== turn) return floor
  const said = { turn, person: floor.turn.person, at, text }
  return { ...floor, typed: [...floor.typed, said].slice(-TYPED_SHOWN) }
}

/** How the floor became free again. */
export const ENDINGS = ['done', 'passed', 'late', 'dropped', 'stopped', 'left'] as const
export type Ending = (typeof ENDINGS)[number]

interface Ended {
  turn: TurnId
  how: Ending
  place: number | null
  heldMs: number | null
}

export function endTurn(floor: Floor, { turn: id, how, place, heldMs }: Ended, at: number): Floor {
  const turn = floor.turn
  if (turn?.id !== id) return floor
  let next: Floor = { ...floor, turn: null, reply: null }
  if (heldMs !== null && heldMs > 0) {
    const before = floor.heldMs[turn.person] ?? 0
    next = { ...next, heldMs: { ...floor.heldMs, [turn.person]: before + heldMs } }
  }
  if (place !== null) next = insertHand(next, handOf(turn, at), place)
  return onRound(next, (round) => hadTurn(round, turn, unanswered(floor, turn, how) ? 'passed' : how))
}

const handOf = ({ person, kind, raisedAt, typed }: Turn, at: number): Hand => ({
  person,
  kind,
  raisedAt: raisedAt ?? at,
  typed,
})

/** C4: who had their turn in a consent round and has not answered is asked again, as if they had passed. */
const unanswered = (floor: Floor, turn: Turn, how: Ending): boolean =>
  spoke(turn, how) && stillAsked(floor.consent).includes(turn.person)

const spoke = (turn: Turn, how: Ending): boolean =>
  how === 'done' || (how === 'stopped' && turn.state === 'speaking')

/** F6: who spoke has been; who passed comes once more at the end; who was late or dropped has not been yet. */
function hadTurn(round: Round, turn: Turn, how: Ending): Round {
  if (turn.kind !== 'turn' || !round.order.includes(turn.person)) return round
  const been = { ...round, done: add(round.done, turn.person) }
  if (spoke(turn, how)) {
    return { ...been, spoke: add(round.spoke, turn.person) }
  }
  if (how !== 'passed') return round
  return round.passed.includes(turn.person) ? been : { ...round, passed: [...round.passed, turn.person] }
}

const add = (people: PersonId[], person: PersonId): PersonId[] =>
  people.includes(person) ? people : [...people, person]

/** Has been in the round, in their turn or out of it. */
export const heard = (floor: Floor, person: PersonId): Floor =>
  onRound(floor, (round) =>
    round.order.includes(person)
      ? { ...round, done: add(round.done, person), spoke: add(round.spoke, person) }
      : round,
  )

export const freshRound = (order: PersonId[]): Round => ({
  order,
  done: [],
  passed: [],
  spoke: [],
  second: false,
})

/** F6: who comes late is asked at the end, for their consent too (C4). */
export function joinRound(floor: Floor, person: PersonId): Floor {
  const joined = onRound(floor, (round) => ({ ...round, order: add(round.order, person) }))
  const { consent } = floor
  if (consent?.step !== 'ask') return joined
  return { ...joined, consent: { ...consent, order: add(consent.order, person) } }
}

/** The second chance begins when everybody has spoken or passed. */
function onRound(floor: Floor, make: (round: Round) => Round): Floor {
  if (!floor.round) return floor
  const round = make(floor.round)
  const second = round.order.every((person) => round.done.includes(person) || round.passed.includes(person))
  return { ...floor, round: { ...round, second } }
}

export const summary = (round: Round | null): RoundSummary | null =>
  round && {
    spoke: round.spoke,
    passed: round.passed.filter((person) => !round.spoke.includes(person)),
    missed: round.order.filter((person) => !round.spoke.includes(person) && !round.passed.includes(person)),
  }

/** An offer does not run out while nobody could take it up: it gets its full time again. */
export const offerAgain = (floor: Floor, deadline: number): Floor =>
  floor.turn?.state === 'offered' ? { ...floor, turn: { ...floor.turn, deadline } } : floor
