import * as z from 'zod'
import { count, text } from '../storedParts.ts'
import { ANSWERS, CLOSINGS, STEPS, type ConsentAnswer } from './round.ts'

/** What the log keeps of a consent round. */

const ofRoom = { room: text }
const answer: z.ZodType<ConsentAnswer> = z.object({
  person: text,
  answer: z.enum(ANSWERS),
  reason: text,
  by: z.nullable(text),
})

export const consentSchemas = {
  ConsentBegun: z.object({ ...ofRoom, agreement: text, version: count, hash: text, round: count }),
  ConsentStepped: z.object({ ...ofRoom, step: z.enum(STEPS) }),
  ConsentAsked: z.object({ ...ofRoom, order: z.array(text) }),
  ConsentAnswered: z.object({
    ...ofRoom,
    person: text,
    /** Null, and no reason, for everybody but the person (C2). */
    answer: z.nullable(z.enum(ANSWERS)),
    reason: text,
    by: z.nullable(text),
  }),
  ConsentOpened: z.object({ ...ofRoom, answers: z.array(answer) }),
  ConsentNoted: z.object({ ...ofRoom, text }),
  ConsentClosed: z.object({ ...ofRoom, how: z.enum(CLOSINGS) }),
}
