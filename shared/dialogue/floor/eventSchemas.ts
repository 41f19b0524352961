import * as z from 'zod'
import { FLOOR_MODES } from '../model.ts'
import { count, flag, hand, kind, ms, text, turn } from '../storedParts.ts'
import { ENDINGS } from './floorChanges.ts'

/** What the log keeps of a room's floor. */

const ofRoom = { room: text }
const ofPerson = { room: text, person: text }
const ofTurn = { room: text, turn: text }

export const handSchemas = {
  HandRaised: z.object({ ...ofPerson, kind, typed: flag }),
  HandTyped: z.object({ ...ofPerson, kind, typed: flag }),
  HandLowered: z.object({ ...ofPerson, kind, until: ms }),
  HandRestored: z.object({ ...ofPerson, hand, index: count }),
  HandDropped: z.object(ofPerson),
}

export const turnSchemas = {
  FloorGranted: z.object({ ...ofRoom, turn }),
  TurnStarted: z.object(ofTurn),
  TurnTyped: z.object({ ...ofTurn, text }),
  TurnGivenTime: z.object({ ...ofTurn, deadline: ms }),
  TurnExtended: z.object({ ...ofTurn, targetMs: ms }),
  TurnPaused: z.object(ofTurn),
  TurnResumed: z.object(ofTurn),
  TurnDropped: z.object({ ...ofTurn, deadline: ms }),
  TurnEnded: z.object({
    ...ofTurn,
    /** Why the floor is free again. */
    how: z.enum(ENDINGS),
    /** Puts the hand back in the queue at this index (F4, F5); null does not. */
    place: z.nullable(count),
    /** Time on the turn's clock (S2); null for whoever may not know somebody else's time (S3). */
    heldMs: z.nullable(ms),
  }),
  ReplyInvited: z.object(ofPerson),
  ReplyEnded: z.object(ofPerson),
}

export const modeSchemas = {
  ModeSet: z.object({ ...ofRoom, mode: z.enum(FLOOR_MODES), order: z.array(text) }),
  RoundJoined: z.object(ofPerson),
  RoundEnded: z.object(ofRoom),
  SilenceStarted: z.object({ ...ofRoom, until: ms }),
  SilenceEnded: z.object(ofRoom),
  SteeringStarted: z.object(ofPerson),
  SteeringStopped: z.object(ofPerson),
}
