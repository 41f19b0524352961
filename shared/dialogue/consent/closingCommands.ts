import { command } from '../command.ts'
import { accept, refuse, type Context } from '../decision.ts'
import { ofRoom } from '../floor/payloads.ts'
import type { PersonId, RoomId, SessionState } from '../model.ts'
import { leadsRoom, takesPart } from '../permissions.ts'
import { open } from '../phases.ts'
import { isHere, leads, placeOf } from '../places.ts'
import { prose } from '../text.ts'
import { inRound } from './payloads.ts'
import { askingEnds, result, roundStops } from './ending.ts'
import { outcome, unheard, type ConsentRound } from './round.ts'

/** All reasons open at once, the minority's note, and the end of the round (C2, C6, C7). */
export const closingCommands = {
  /** C4: not while somebody who is here has not answered; who is away is listed, and is no consent. */
  openConsent: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: inRound((state, consent, { room }, context) => {
      if (consent.step === 'open') return accept()
      if (consent.step !== 'ask') return refuse('wrong_step')
      const waits = unheard(consent).some((person) => hasPlace(state, room, person, context))
      if (waits || consent.answered.length === 0) return refuse('not_all_answered')
      const answers = inOrder(consent)
      return accept(...askingEnds(state, room, context.now), { type: 'ConsentOpened', room, answers })
    }),
  }),

  /** C6: by whoever objects, or whoever leads together with them. */
  noteMinority: command({
    who: takesPart,
    phases: open,
    schema: ofRoom.extend({ text: prose(2_000) }),
    rule: inRound((state, consent, { room, text }, { actor }) => {
      if (consent.step !== 'open' || outcome(consent) !== 'noted') return refuse('wrong_step')
      const objects = consent.answers.some(({ person, answer }) => person === actor && answer === 'objects')
      if (!objects && !leads(state, actor, room)) return refuse('not_your_role')
      return consent.note === text ? accept() : accept({ type: 'ConsentNoted', room, text })
    }),
  }),

  /** Before the opening it stops the round, and nothing counts. */
  closeConsent: command({
    who: leadsRoom,
    phases: open,
    schema: ofRoom,
    rule: inRound((state, consent, { room }, { now }) => {
      const agreement = state.agreements[consent.agreement]
      if (consent.step !== 'open' || !agreement) return accept(...roundStops(state, room, now))
      const events = result(room, consent, agreement)
      return events ? accept(...events) : refuse('note_needed')
    }),
  }),
}

const hasPlace = (state: SessionState, room: RoomId, person: PersonId, { present }: Context): boolean =>
  isHere(state, person, present) && placeOf(state, person) === room

const inOrder = ({ order, answers }: ConsentRound): ConsentRound['answers'] =>
  order.flatMap((person) => answers.filter((answer) => answer.person === person))
