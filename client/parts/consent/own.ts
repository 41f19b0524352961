import type { ConsentAnswer, ConsentRound } from '../../../shared/dialogue/consent/round.ts'
import type { TurnId } from '../../../shared/dialogue/model.ts'
import type { Kept } from '../../core/kept.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'

/** What this person has to do with the answers of the round. */
export interface OwnPart {
  /** Which round on which words: a draft for another is not this one. */
  about: string
  version: number
  /** `ask`: it is their turn · `given`: answered, and may still be changed · `wait`: comes in turn · `watch`: is not asked. */
  may: 'ask' | 'given' | 'wait' | 'watch'
  /** The offer that begins with the first press, so that it does not run out under somebody's hands (F4). */
  offered: TurnId | null
  given: ConsentAnswer | null
  /** What they wrote about the words before, and nobody read (C3). */
  old: string
  /** Consents without mandate, and must know it before they answer. */
  mandate: boolean
}

/** Null unless answers are asked. */
export function ownPart(view: RoomView): OwnPart | null {
  const { consent, turn, lastConsent } = floorOf(view)
  if (consent?.step !== 'ask') return null
  const { agreement, version, round, order } = consent
  const mine = turn?.person === view.me && turn.kind === 'turn' && order.includes(view.me)
  const group = view.state.people[view.me]?.group
  const before = lastConsent?.agreement === agreement ? lastConsent.unopened : []
  return {
    about: `${agreement} ${version} ${round}`,
    version,
    may: mayOf(view, consent, mine),
    offered: mine && turn.state === 'offered' ? turn.id : null,
    given: ownOf(consent.answers, view),
    old: ownOf(before, view)?.reason ?? '',
    mandate: group === 'raad' || group === 'college',
  }
}

function mayOf({ me }: RoomView, { order, answered }: ConsentRound, mine: boolean): OwnPart['may'] {
  if (answered.includes(me)) return 'given'
  if (mine) return 'ask'
  return order.includes(me) ? 'wait' : 'watch'
}

const ownOf = (answers: readonly ConsentAnswer[], { me }: RoomView): ConsentAnswer | null =>
  answers.find(({ person }) => person === me) ?? null

/** What stands in the form: what was being filled in for these words, else what was answered before. */
export function draftOf({ about, given }: Pick<OwnPart, 'about' | 'given'>, kept: Kept['answer']) {
  if (kept?.about === about) return kept
  return { about, answer: given?.answer ?? null, reason: given?.reason ?? '' }
}
