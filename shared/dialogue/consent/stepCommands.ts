import * as z from 'zod'
import { isWithCouncil } from '../agreements/agreement.ts'
import { agreementNamed } from '../agreements/agreements.ts'
import { command } from '../command.ts'
import { accept, inSteps, refuse } from '../decision.ts'
import { offerNext, stopTurn } from '../floor/goingOn.ts'
import { ofRoom } from '../floor/payloads.ts'
import { leadsRoom } from '../permissions.ts'
import { open } from '../phases.ts'
import { id } from '../text.ts'
import { roomOf } from './ending.ts'
import { drawOrder } from './order.ts'
import { inRound } from './payloads.ts'
import { NEXT_STEPS, stillAsked } from './round.ts'

/** Whoever leads brings a round from the question whether the words are clear to everybody's turn (C1, C4). */
export const stepCommands = {
  beginConsent: command({
    who: leadsRoom,
    phases: open,
    schema: z.strictObject({ room: id, agreement: id }),
    rule: (state, { room, agreement: about }) => {
      const floor = state.floors[room]
      const agreement = agreementNamed(state, about)
      if (!floor) return refuse('floor_closed')
      if (!agreement || (room !== 'plenary' && agreement.table !== room)) return refuse('no_such_agreement')
      if (floor.consent?.agreement === about) return accept()
      if (floor.consent || roomOf(state, about)) return refuse('round_running')
      if (isWithCouncil(agreement)) return refuse('set_offered')
      if (agreement.state !== 'presented' || !agreement.presented) return refuse('not_presented')
      // C2, C6: there were objections to these words, so new ones come first
      if (agreement.consent) return refuse('same_words')
      const { version, hash } = agreement.presented
      const round = agreement.deadlocks === 0 ? 1 : 2
      return accept({ type: 'ConsentBegun', room, agreement: about, version, hash, round })
    },
  }),

  stepConsent: command({
    who: leadsRoom,
    phases: open,
    schema: z.strictObject({ room: id, step: z.enum(['clear', 'react', 'read']) }),
    rule: inRound((_state, consent, { room, step }) => {
      if (consent.step === step) return accept()
      return NEXT_STEPS[consent.step].includes(step)
        ? accept({ type: 'ConsentStepped', room, step })
        : refuse('wrong_step')
    }),
  }),

  /** Draws the order, and the first is asked. What somebody was saying meanwhile is no answer, so that turn ends. */
  askConsent: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: inRound((state, consent, { room }, context) => {
      if (consent.step === 'ask') return accept()
      if (!NEXT_STEPS[consent.step].includes('ask')) return refuse('wrong_step')
      const order = drawOrder(state, room, context)
      return accept(
        ...inSteps(
          state,
          context.now,
          (next) => stopTurn(next, room, context.now),
          () => [{ type: 'ConsentAsked', room, order }],
          (next) => offerNext(next, room, context),
        ),
      )
    }),
  }),

  /** C4: who passed, lost the line or came too late is asked once more, and whoever passed twice too. */
  askAgain: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: inRound((state, consent, { room }, context) => {
      if (consent.step !== 'ask') return refuse('wrong_step')
      const order = stillAsked(consent)
      if (order.length === 0) return refuse('nobody_waiting')
      return accept(
        ...inSteps(
          state,
          context.now,
          () => [{ type: 'ModeSet', room, mode: 'round', order }],
          (next) => offerNext(next, room, context),
        ),
      )
    }),
  }),
}
