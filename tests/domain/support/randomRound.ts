import type { Command } from '../../../shared/dialogue/commands.ts'
import { agreementsAt } from '../../../shared/dialogue/agreements/agreements.ts'
import { ANSWERS, unheard, type ConsentRound } from '../../../shared/dialogue/consent/round.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import type { PersonId, RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { leads, openRooms, peopleIn } from '../../../shared/dialogue/places.ts'
import { AGREEMENTS, command, PARTICIPANTS } from './world.ts'

/** What most likely comes next on the way to a result, in a room that a number chooses: a round is a long way for chance. */
export interface Asked {
  actor: PersonId
  command: Command
}

export function towardsConsent(state: SessionState, [where, what, how]: readonly number[]): Asked | null {
  const rooms = openRooms(state)
  const room = rooms[(where ?? 0) % rooms.length]
  const leader = state.order.find((person) => room !== undefined && leads(state, person, room))
  if (room === undefined || leader === undefined) return null
  const consent = state.floors[room]?.consent
  const number = [what ?? 0, how ?? 0] as const
  const next = consent ? inRound(state, room, consent, number) : beforeRound(state, room, number)
  return next && { actor: next.actor ?? leader, command: command(next.type, next.payload) }
}

interface Next {
  /** Null: whoever leads. */
  actor: PersonId | null
  type: Command['type']
  payload: object
}
type Numbers = readonly [what: number, how: number]

const byLeader = (type: Command['type'], payload: object): Next => ({ actor: null, type, payload })

/** Written, put before people, taken up again after objections, and a round on it. */
function beforeRound(state: SessionState, room: RoomId, [what]: Numbers): Next | null {
  if (room === 'plenary') {
    const shown = Object.values(state.agreements).find(({ state: now }) => now === 'presented')
    return shown ? byLeader('beginConsent', { room, agreement: shown.id }) : null
  }
  const agreement = agreementsAt(state, room)[0]
  if (agreement) return byLeader(...onAgreement(room, agreement, what))
  const id = AGREEMENTS.find((one) => !state.agreements[one])
  const writer = peopleIn(state, room)[0]
  return id && writer
    ? { actor: writer, type: 'addAgreement', payload: { table: room, agreement: id } }
    : null
}

function onAgreement(room: RoomId, agreement: Agreement, what: number): [Command['type'], object] {
  const about = { table: room, agreement: agreement.id }
  if (agreement.state === 'draft') return ['presentAgreement', about]
  const again = agreement.state !== 'presented' || (agreement.deadlocks > 0 && what % 2 === 0)
  return again ? ['reviseAgreement', about] : ['beginConsent', { room, agreement: agreement.id }]
}

function inRound(state: SessionState, room: RoomId, consent: ConsentRound, [what, how]: Numbers): Next {
  if (consent.step === 'clear') return byLeader('stepConsent', { room, step: 'react' })
  if (consent.step === 'react') return byLeader('stepConsent', { room, step: 'read' })
  if (consent.step === 'read') return byLeader('askConsent', { room })
  if (consent.step === 'open') return opened(room, what)
  if (what % 11 === 10) return byLeader(what % 2 ? 'closeConsent' : 'askAgain', { room })
  const turn = state.floors[room]?.turn
  const answer = { room, answer: ANSWERS[how % ANSWERS.length], reason: 'Niet zonder brief.' }
  if (turn && !consent.answered.includes(turn.person)) {
    const aloud = what % 5 === 4 || !PARTICIPANTS.includes(turn.person)
    if (what % 7 === 6) return { actor: turn.person, type: 'passTurn', payload: { room, turn: turn.id } }
    return aloud
      ? byLeader('answerFor', { ...answer, person: turn.person })
      : { actor: turn.person, type: 'answerConsent', payload: answer }
  }
  if (unheard(consent).length === 0 || what % 4 === 3) return byLeader('openConsent', { room })
  return byLeader(what % 3 === 0 ? 'askAgain' : 'nextTurn', { room })
}

const opened = (room: RoomId, what: number): Next =>
  what % 3 === 0
    ? byLeader('noteMinority', { room, text: 'Een brief is niet genoeg.' })
    : byLeader('closeConsent', { room })
