import * as z from 'zod'
import { count, flag, ms, text } from '../storedParts.ts'

/** What the log keeps of the time between two sessions. `tables`: where the words were made; they decide who may read it. */
const tables = z.array(text)

export const betweenSchemas = {
  ObjectionsAllowed: z.object({ until: z.nullable(ms) }),
  ObjectionGiven: z.object({
    objection: text,
    agreement: text,
    version: count,
    tables,
    person: text,
    seated: flag,
    inSet: flag,
    reason: text,
  }),
  ObjectionTakenBack: z.object({ objection: text, agreement: text, tables, person: text }),
}
