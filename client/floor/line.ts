import { oldPlace } from '../../shared/dialogue/floors.ts'
import type { Floor, Hand, HandKind, PersonId } from '../../shared/dialogue/model.ts'

/** One place in the numbered line. `kept`: the hand is down for a moment and its place is still free (F4). */
export interface LinePlace {
  person: PersonId
  kind: HandKind
  kept: boolean
  /** Will type instead of speak (F3). */
  typed: boolean
}

/**
 * Who comes after the holder, in the order every screen shows (F1).
 * A lowered hand keeps its place and its number while it can be undone (F4); questions about the talk stand apart (F3);
 * in a round it is the order of the seats, and who passed comes once more at the end (F6).
 */
export function lineOf(floor: Floor): LinePlace[] {
  return floor.round ? roundLine(floor) : handLine(floor)
}

/** People with a question about the conversation, in order: for whoever leads, outside the line (F3). */
export const questionsIn = (floor: Floor): PersonId[] =>
  floor.queue.filter((hand) => hand.kind === 'process').map((hand) => hand.person)

/** Place in the line, from 1; null when not in it. */
export function positionIn(line: readonly LinePlace[], person: PersonId): number | null {
  const index = line.findIndex((place) => place.person === person && !place.kept)
  return index < 0 ? null : index + 1
}

/** The orders in which a place in the line is a promise; with quiet first the facilitator picks (F6). */
export const isNumbered = (floor: Floor): boolean => floor.mode !== 'quietFirst'

function roundLine(floor: Floor): LinePlace[] {
  const round = floor.round
  if (!round) return []
  const busy = floor.turn?.person
  const waiting = (person: PersonId): boolean => person !== busy && !round.done.includes(person)
  const first = round.second ? [] : round.order.filter((person) => !round.passed.includes(person))
  return [...first, ...round.passed]
    .filter(waiting)
    .map((person) => ({ person, kind: 'turn' as const, kept: false, typed: willType(floor, person) }))
}

/** A short reply goes before the turns (F3); a lowered hand stands where `oldPlace` would put it back. */
function handLine(floor: Floor): LinePlace[] {
  const line: LinePlace[] = floor.queue.map((hand) => ({ ...placeOfHand(hand), kept: false }))
  const kept = floor.lowered
    .map((lowered) => ({ index: oldPlace(floor, lowered.hand, lowered.behind), hand: lowered.hand }))
    .toSorted((a, b) => b.index - a.index)
  for (const { index, hand } of kept) line.splice(index, 0, { ...placeOfHand(hand), kept: true })
  const of = (kind: HandKind): LinePlace[] => line.filter((place) => place.kind === kind)
  return [...of('reply'), ...of('turn')]
}

const placeOfHand = ({ person, kind, typed }: Hand): Omit<LinePlace, 'kept'> => ({ person, kind, typed })

/** In a round nobody needs a hand; who would rather type raises one to say so. */
export const willType = (floor: Floor, person: PersonId): boolean =>
  floor.queue.some((hand) => hand.person === person && hand.kind === 'turn' && hand.typed)
