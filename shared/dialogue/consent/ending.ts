import type { DialogueEvent } from '../events.ts'
import { stopTurn } from '../floor/goingOn.ts'
import type { Agreement } from '../agreements/agreement.ts'
import type { AgreementId, RoomId, SessionState } from '../model.ts'
import { outcome, unheard, whoSaid, type Closing, type ConsentRound } from './round.ts'

/** How a round comes to its end, and what becomes of its agreement. */

/** Nobody is asked any more. */
export function askingEnds(state: SessionState, room: RoomId, now: number): DialogueEvent[] {
  const { consent, round } = state.floors[room] ?? {}
  if (consent?.step !== 'ask') return []
  const stopped = stopTurn(state, room, now)
  return round ? [...stopped, { type: 'RoundEnded', room }] : stopped
}

/** The round in this room stops without a result; the agreement stays before people. */
export const roundStops = (state: SessionState, room: RoomId, now: number): DialogueEvent[] =>
  state.floors[room]?.consent ? [...askingEnds(state, room, now), closed(room, 'stopped')] : []

/** The words change: every round on them is over, in whatever room (C3); objections that were open count as a round held (C6). */
export function roundsVoided(state: SessionState, agreement: Agreement, now: number): DialogueEvent[] {
  const room = roomOf(state, agreement.id)
  const consent = room && state.floors[room]?.consent
  if (!room || !consent) return []
  if (consent.step === 'open' && whoSaid(consent, 'objects').length > 0)
    return returned(room, consent, agreement)
  return [...askingEnds(state, room, now), closed(room, 'voided')]
}

/** The room where the round on this agreement is held. */
export const roomOf = (state: SessionState, agreement: AgreementId): RoomId | undefined =>
  Object.keys(state.floors).find((room) => state.floors[room]?.consent?.agreement === agreement)

/** All answers are open: what follows from them. Null when a note is still to be written (C6). */
export function result(room: RoomId, round: ConsentRound, agreement: Agreement): DialogueEvent[] | null {
  const { note } = round
  const said = whatWasSaid(round, agreement)
  switch (outcome(round)) {
    case 'agreed':
      return [{ type: 'AgreementAgreed', ...said }, closed(room, 'agreed')]
    case 'noted':
      if (note === null) return null
      return [
        { type: 'AgreementNoted', ...said, objects: whoSaid(round, 'objects'), note },
        closed(room, 'noted'),
      ]
    case 'returned':
      return returned(room, round, agreement)
    case 'stopped':
      return [closed(room, 'stopped')]
  }
}

const returned = (room: RoomId, round: ConsentRound, agreement: Agreement): DialogueEvent[] => [
  { type: 'AgreementReturned', ...whatWasSaid(round, agreement), objects: whoSaid(round, 'objects') },
  closed(room, 'returned'),
]

const whatWasSaid = (round: ConsentRound, { id, table }: Agreement) => ({
  table,
  agreement: id,
  version: round.version,
  hash: round.hash,
  aside: whoSaid(round, 'aside'),
  absent: unheard(round),
})

const closed = (room: RoomId, how: Closing): DialogueEvent => ({ type: 'ConsentClosed', room, how })
