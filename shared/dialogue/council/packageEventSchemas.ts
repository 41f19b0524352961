import * as z from 'zod'
import { flag, nothing, proposalField, text } from '../storedParts.ts'

/** What the log keeps of the package beside the set. */
export const packageSchemas = {
  ProposalWritten: z.object({ field: proposalField, text }),
  NamesAsked: nothing,
  NameAllowed: z.object({ person: text, yes: flag }),
}
