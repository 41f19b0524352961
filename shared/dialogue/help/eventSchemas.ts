import * as z from 'zod'
import { text } from '../storedParts.ts'

/** What the log keeps of calls for help. */
export const helpSchemas = {
  HelpAsked: z.object({ person: text, note: text }),
  HelpTaken: z.object({ person: text, by: text }),
  HelpClosed: z.object({ person: text }),
}
