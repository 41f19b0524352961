import * as z from 'zod'
import { anyProse, id } from '../text.ts'
import { refuse, type Context, type Decision } from '../decision.ts'
import type { RoomId, SessionState } from '../model.ts'
import { ANSWERS, type ConsentRound } from './round.ts'

/** An answer as it is sent; the reason may stay empty, save for an objection. */
export const withAnswer = z.strictObject({
  room: id,
  /** The version somebody had before them: an answer that was long under way is not given to other words (C3). */
  version: z.number().int().optional(),
  answer: z.enum(ANSWERS),
  reason: anyProse(1_000),
})

/** Some words, not only signs. */
export const saysSomething = (reason: string): boolean => /[\p{L}\p{N}]/u.test(reason)

/** A rule about the round that is held in this room; without one there is nothing to do it with. */
export const inRound =
  <Payload extends { room: RoomId }>(
    rule: (state: SessionState, round: ConsentRound, payload: Payload, context: Context) => Decision,
  ) =>
  (state: SessionState, payload: Payload, context: Context): Decision => {
    const round = state.floors[payload.room]?.consent
    return round ? rule(state, round, payload, context) : refuse('no_round')
  }
