import { command } from '../command.ts'
import { accept, inSteps, refuse, type Context, type Decision, type RefusalCode } from '../decision.ts'
import { offerNext, turnEnded } from '../floor/goingOn.ts'
import type { PersonId, RoomId, SessionState, Turn } from '../model.ts'
import { leadsRoom } from '../permissions.ts'
import { open } from '../phases.ts'
import { onPhone } from '../places.ts'
import { id } from '../text.ts'
import { inRound, saysSomething, withAnswer } from './payloads.ts'
import type { Answer, ConsentAnswer, ConsentRound } from './round.ts'

/** Everybody gives their own answer, and may change it until all are open (C2, C5). */
export const answerCommands = {
  answerConsent: command({
    who: { facilitator: 'ownRoom', participant: 'ownRoom' },
    phases: open,
    schema: withAnswer,
    rule: inRound((state, consent, { room, version, answer, reason }, context) => {
      const code = refusedNow(consent, version, answer, reason)
      if (code) return refuse(code)
      const person = context.actor
      const turn = turnOf(state, room, person)
      if (!turn && !consent.answered.includes(person)) return refuse('not_your_turn')
      return given(state, room, { person, answer, reason, by: null }, context)
    }),
  }),

  /** C5: what somebody says aloud in their turn, or on the telephone, in their turn or apart; whoever has a screen changes it there. */
  answerFor: command({
    who: leadsRoom,
    phases: open,
    schema: withAnswer.extend({ person: id }),
    rule: inRound((state, consent, { room, person, version, answer, reason }, context) => {
      const code = refusedNow(consent, version, answer, reason)
      if (code) return refuse(code)
      if (!consent.order.includes(person)) return refuse('no_such_person')
      const turn = turnOf(state, room, person)
      if (!turn && !onPhone(state, person)) return refuse('not_your_turn')
      return given(state, room, { person, answer, reason, by: context.actor }, context)
    }),
  }),
}

/** Why nobody can answer so now. */
function refusedNow(
  consent: ConsentRound,
  version: number | undefined,
  answer: Answer,
  reason: string,
): RefusalCode | null {
  if (version !== undefined && version !== consent.version) return 'text_changed'
  if (consent.step === 'open') return 'round_open'
  if (consent.step !== 'ask') return 'wrong_step'
  return answer === 'objects' && !saysSomething(reason) ? 'reason_needed' : null
}

/** The turn in which this person is asked. */
function turnOf(state: SessionState, room: RoomId, person: PersonId): Turn | null {
  const { turn, consent } = state.floors[room] ?? {}
  const asked = turn?.person === person && turn.kind === 'turn' && consent?.order.includes(person)
  return asked ? turn : null
}

/** The answer is in; it ends their turn, and the next is asked. */
function given(state: SessionState, room: RoomId, answer: ConsentAnswer, context: Context): Decision {
  const { now } = context
  const turn = turnOf(state, room, answer.person)
  return accept(
    ...inSteps(
      state,
      now,
      () => [{ type: 'ConsentAnswered', room, ...answer }],
      () => (turn ? [turnEnded(room, turn, 'done', null, now)] : []),
      (next) => (turn ? offerNext(next, room, context) : []),
    ),
  )
}
