import type { EventDeclarations } from '../event.ts'
import { each, plain } from '../give.ts'
import { floorEvent } from './event.ts'
import type { modeSchemas } from './eventSchemas.ts'
import { freshRound, joinRound, offerAgain, summary } from './floorChanges.ts'

/** In which way the floor is given (F6), silence and guiding (F7, F9). */
export const modeEvents: EventDeclarations<typeof modeSchemas> = {
  ModeSet: floorEvent({
    shown: { room: plain, mode: plain, order: each(plain) },
    change: (floor, { mode, order }) => ({
      ...floor,
      mode,
      reply: mode === 'free' ? null : floor.reply,
      lastRound: null,
      round: mode === 'round' ? freshRound(order) : null,
    }),
  }),

  RoundJoined: floorEvent({
    shown: { room: plain, person: plain },
    change: (floor, { person }) => joinRound(floor, person),
  }),

  RoundEnded: floorEvent({
    shown: { room: plain },
    change: (floor) => ({ ...floor, mode: 'firstCome', round: null, lastRound: summary(floor.round) }),
  }),

  SilenceStarted: floorEvent({
    shown: { room: plain, until: plain },
    change: (floor, { until }) => ({ ...floor, silence: { until } }),
  }),

  SilenceEnded: floorEvent({
    shown: { room: plain },
    change: (floor, _event, at, { offerMs }) => offerAgain({ ...floor, silence: null }, at + offerMs),
  }),

  SteeringStarted: floorEvent({
    shown: { room: plain, person: plain },
    change: (floor, { person }) => ({ ...floor, steering: person }),
  }),

  SteeringStopped: floorEvent({
    shown: { room: plain, person: plain },
    change: (floor, _event, at, { offerMs }) => offerAgain({ ...floor, steering: null }, at + offerMs),
  }),
}
