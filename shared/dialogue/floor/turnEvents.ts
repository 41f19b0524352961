import type { EventDeclarations } from '../event.ts'
import { plain } from '../give.ts'
import * as shown from '../shown.ts'
import { floorEvent } from './event.ts'
import type { turnSchemas } from './eventSchemas.ts'
import { endTurn, onTurn, typeTurn } from './floorChanges.ts'
import { withoutHand } from './roomFloor.ts'

/** One grant of the floor, from the offer to the end (F4, F5, F8), and the reply to it (F3). */
export const turnEvents: EventDeclarations<typeof turnSchemas> = {
  FloorGranted: floorEvent({
    shown: { room: plain, turn: shown.turn },
    change: (floor, event) => ({
      ...withoutHand(floor, event.turn.person, event.turn.kind),
      turn: event.turn,
      lastRound: null,
    }),
  }),

  TurnStarted: floorEvent({
    shown: { room: plain, turn: plain },
    change: (floor, event) => onTurn(floor, event.turn, { state: 'speaking', deadline: null }),
  }),

  TurnTyped: floorEvent({
    shown: { room: plain, turn: plain, text: plain },
    change: typeTurn,
  }),

  TurnGivenTime: floorEvent({
    shown: { room: plain, turn: plain, deadline: plain },
    change: (floor, { turn: id, deadline }) => onTurn(floor, id, { deadline, extended: true }),
  }),

  TurnExtended: floorEvent({
    shown: { room: plain, turn: plain, targetMs: plain },
    change: (floor, { turn: id, targetMs }) => onTurn(floor, id, { targetMs }),
  }),

  TurnPaused: floorEvent({
    shown: { room: plain, turn: plain },
    change: (floor, event) => onTurn(floor, event.turn, { paused: true }),
  }),

  TurnResumed: floorEvent({
    shown: { room: plain, turn: plain },
    change: (floor, event) => onTurn(floor, event.turn, { state: 'speaking', paused: false, deadline: null }),
  }),

  TurnDropped: floorEvent({
    shown: { room: plain, turn: plain, deadline: plain },
    change: (floor, { turn: id, deadline }) => onTurn(floor, id, { state: 'dropped', deadline }),
  }),

  TurnEnded: floorEvent({
    shown: { room: plain, turn: plain, how: plain, place: plain, heldMs: plain },
    // S3: whose time it is gets it, and who may know times
    sealed: {
      audience: ({ room }, { floors }) => ({ to: 'time', room, person: floors[room]?.turn?.person ?? '' }),
      closed: { heldMs: null },
    },
    change: endTurn,
  }),

  ReplyInvited: floorEvent({
    shown: { room: plain, person: plain },
    change: (floor, { person }) => ({ ...withoutHand(floor, person, 'reply'), reply: person }),
  }),

  ReplyEnded: floorEvent({
    shown: { room: plain, person: plain },
    change: (floor, { person }) => ({ ...floor, reply: floor.reply === person ? null : floor.reply }),
  }),
}
