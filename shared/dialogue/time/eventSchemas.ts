import * as z from 'zod'
import { NUDGE_ANSWERS } from '../model.ts'
import { flag, ms, text } from '../storedParts.ts'

/** What the log keeps of corrections and private questions. */
export const timeSchemas = {
  TimeCorrected: z.object({ room: text, person: text, from: ms, to: ms, reason: text, by: text }),
  NudgesSet: z.object({ on: flag, silentMs: ms, overMs: ms, talkMs: ms }),
  Nudged: z.object({ person: text, why: z.enum(['silent', 'long']), turn: z.nullable(text) }),
  NudgeAnswered: z.object({ person: text, answer: z.enum(NUDGE_ANSWERS) }),
}
