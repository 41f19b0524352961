import * as z from 'zod'
import { flag, proposalField, text } from '../storedParts.ts'

/** What the log keeps of the package beside the set. */
export const packageSchemas = {
  ProposalWritten: z.object({ field: proposalField, text }),
  NameAllowed: z.object({ person: text, yes: flag }),
}
