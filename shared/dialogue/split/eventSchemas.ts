import * as z from 'zod'
import { count, ms, seating, table, text } from '../storedParts.ts'

/** What the log keeps of tables, seats, and going there and back. */

const ofVersion = { version: count }

export const seatSchemas = {
  TableAdded: z.object({ table }),
  TableRemoved: z.object({ table: text }),
  FacilitatorsAssigned: z.object({ table: text, facilitators: z.array(text) }),
  TableAttended: z.object({ person: text, table: text }),
  SeatsPlanned: z.object({ plan: seating }),
}

export const moveSchemas = {
  SplitAnnounced: z.object({ seating, deadline: ms }),
  SplitExtended: z.object({ ...ofVersion, deadline: ms }),
  SplitCancelled: z.object(ofVersion),
  TablesStarted: z.object(ofVersion),
  PersonMoved: z.object({ person: text, table: text, ...ofVersion }),
  TimeAsked: z.object({ table: text }),
  RecallAnnounced: z.object({ ...ofVersion, deadline: ms }),
  RecallCancelled: z.object(ofVersion),
  RecallFinished: z.object(ofVersion),
}
