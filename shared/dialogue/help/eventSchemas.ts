import * as z from 'zod'
import { count, flag, text } from '../storedParts.ts'

/** What the log keeps of calls for help. */
export const helpSchemas = {
  HelpAsked: z.object({ person: text, note: text }),
  HelpTaken: z.object({ person: text, by: text }),
  HelpClosed: z.object({ person: text }),
  AsideOpened: z.object({ person: text, version: count }),
  AsideSet: z.object({ person: text, speaks: flag, screen: flag }),
  AsideClosed: z.object({ person: text }),
}
