import type { EventDeclarations } from '../event.ts'
import { floorEvent } from '../floor/event.ts'
import { freshRound } from '../floor/floorChanges.ts'
import { each, plain } from '../give.ts'
import * as shown from '../shown.ts'
import { answerGiven, closeRound, onConsent } from './changes.ts'
import type { consentSchemas } from './eventSchemas.ts'

/** A consent round, from the question whether the words are clear to its end (C1-C7). */
export const consentEvents: EventDeclarations<typeof consentSchemas> = {
  ConsentBegun: floorEvent({
    shown: { room: plain, agreement: plain, version: plain, hash: plain, round: plain },
    change: (floor, { agreement, version, hash, round }) => ({
      ...floor,
      // what somebody wrote about the same agreement is theirs to use again (C3); about another it is past
      lastConsent: floor.lastConsent?.agreement === agreement ? floor.lastConsent : null,
      consent: {
        agreement,
        version,
        hash,
        round,
        step: 'clear',
        order: [],
        answered: [],
        answers: [],
        note: null,
      },
    }),
  }),

  ConsentStepped: floorEvent({
    shown: { room: plain, step: plain },
    change: (floor, { step }) => onConsent(floor, (round) => ({ ...round, step })),
  }),

  // C1: from here on it is a round of turns like any other, in this order
  ConsentAsked: floorEvent({
    shown: { room: plain, order: each(plain) },
    change: (floor, { order }) => ({
      ...onConsent(floor, (round) => ({ ...round, step: 'ask', order })),
      mode: 'round',
      round: freshRound(order),
      lastRound: null,
    }),
  }),

  // C2: that somebody has answered is for the room; what, for nobody but them
  ConsentAnswered: floorEvent({
    shown: { room: plain, person: plain, answer: plain, reason: plain, by: plain },
    sealed: {
      audience: ({ person }) => ({ to: 'person', person }),
      closed: { answer: null, reason: '' },
    },
    change: answerGiven,
  }),

  ConsentOpened: floorEvent({
    shown: { room: plain, answers: each(shown.consentAnswer) },
    change: (floor, { answers }) => onConsent(floor, (round) => ({ ...round, step: 'open', answers })),
  }),

  ConsentNoted: floorEvent({
    shown: { room: plain, text: plain },
    change: (floor, { text: note }) => onConsent(floor, (round) => ({ ...round, note })),
  }),

  ConsentClosed: floorEvent({
    shown: { room: plain, how: plain },
    change: (floor, { how }) => closeRound(floor, how),
  }),
}
