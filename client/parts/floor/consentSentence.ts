import { standsIn } from '../../../shared/dialogue/agreements/agreements.ts'
import type { ConsentRound } from '../../../shared/dialogue/consent/round.ts'
import type { Floor } from '../../../shared/dialogue/model.ts'
import { isHere } from '../../../shared/dialogue/places.ts'
import { isLed, leaderName } from '../../core/room/leader.ts'
import { floorOf, nameOf, type RoomView } from '../../core/room/view.ts'
import type { Part, Sentence } from './part.ts'

/** Somebody is being asked for their answer now. */
export const isAsked = (view: RoomView): boolean => {
  const { consent, turn } = floorOf(view)
  return consent?.step === 'ask' && turn?.kind === 'turn'
}

/** It is this person who is asked. */
export const asksMe = (view: RoomView): boolean => isAsked(view) && floorOf(view).turn?.person === view.me

/** The sentence of state while a consent round is held, and as long as nothing else has been said after it. */
export function withConsent(view: RoomView, spoken: Sentence): Sentence {
  const floor = floorOf(view)
  if (asksMe(view)) return { ...spoken, parts: [{ key: 'whole.consentMe' }], sub: onlyHeard(spoken.sub) }
  if (spoken.tone === 'mine' || floor.silence) return spoken
  const part = floor.consent ? during(view, floor, floor.consent) : after(view, floor)
  if (!part) return spoken
  const quiet = floor.turn === null && floor.steering === null && view.speaking.length === 0
  if (!quiet && !(isAsked(view) && floor.steering === null)) {
    return { ...spoken, sub: [part, ...spoken.sub].slice(0, 2) }
  }
  return {
    ...spoken,
    icon: DONE.has(part.key) ? 'check' : 'round',
    parts: [part, ...spoken.parts.slice(1)],
    sub: isGiven(view) ? given(spoken.sub) : spoken.sub,
  }
}

/** The round is over, and something came of it. */
const DONE: ReadonlySet<string> = new Set(['whole.consentCarried', 'whole.consentDeadlock'])

const given = (sub: readonly Part[]): Part[] =>
  [{ key: 'mine.consentGiven' } as const, ...sub.filter(({ key }) => key !== 'mine.been')].slice(0, 2)

/** An answer needs no microphone: only that one is heard is said. */
const onlyHeard = (sub: readonly Part[]): Part[] =>
  sub.filter(({ key }) => key === 'sub.heard' || key === 'sub.heardByNobody')

function isGiven(view: RoomView): boolean {
  const { consent } = floorOf(view)
  return consent?.step === 'ask' && consent.answered.includes(view.me)
}

function during(view: RoomView, { turn }: Floor, { step }: ConsentRound): Part {
  const values = { name: leaderName(view) }
  if ((step === 'clear' || step === 'react' || step === 'read') && !isLed(view))
    return { key: 'whole.consentWaits' }
  switch (step) {
    case 'clear':
      return { key: 'whole.consentClear', values }
    case 'react':
      return { key: 'whole.consentReactions', values }
    case 'read':
      return { key: 'whole.consentReading', values }
    case 'ask': {
      if (!turn) return { key: 'floor.consentAsked' }
      const name = nameOf(view, turn.person)
      const isAway = turn.state === 'dropped' || !isHere(view.state, turn.person, view.present)
      const key = isAway ? 'floor.consentAskAgain' : 'floor.consent'
      return { key, values: { name } }
    }
    case 'open':
      return { key: 'whole.consentOpened' }
  }
}

/** How the latest round ended, until something else is said; that the words are open again, as long as they are. */
function after(view: RoomView, { lastConsent, lastRound, turn }: Floor): Part | null {
  if (!lastConsent || turn) return null
  const { how, version } = lastConsent
  const agreement = view.state.agreements[lastConsent.agreement]
  if (how === 'voided' || how === 'returned') {
    if (agreement?.state === 'draft') return { key: 'whole.consentVoid' }
  }
  if (!lastRound || !agreement || !standsIn(agreement, version)) return null
  if (how === 'returned') return { key: 'whole.consentReturned' }
  if (how === 'agreed') return { key: 'whole.consentCarried', values: { name: leaderName(view) } }
  return how === 'noted' ? { key: 'whole.consentDeadlock' } : null
}
