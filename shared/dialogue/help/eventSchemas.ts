import * as z from 'zod'
import { count, flag, text } from '../storedParts.ts'
import { LINE_ANSWERS } from './line.ts'

const lineAnswer = z.enum(LINE_ANSWERS)

/** What the log keeps of calls for help. */
export const helpSchemas = {
  HelpAsked: z.object({ person: text, note: text }),
  HelpTaken: z.object({ person: text, by: text }),
  HelpClosed: z.object({ person: text }),
  LineTested: z.object({
    person: text,
    answers: z.object({ signalling: lineAnswer, udp: lineAnswer, tcp: lineAnswer, turn: lineAnswer }),
  }),
  AsideOpened: z.object({ person: text, version: count }),
  AsideSet: z.object({ person: text, speaks: flag, screen: flag }),
  AsideClosed: z.object({ person: text }),
}
