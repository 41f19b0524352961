import * as z from 'zod'
import { flag, followState, nothing, plainWords, text, verdict, words } from '../storedParts.ts'

/** What the log keeps of the council: what it was given, letter for letter, and what it did with it. */
export const councilSchemas = {
  SetOffered: z.object({ set: z.array(z.object({ agreement: text, words, hash: text })) }),
  SetTakenBack: nothing,
  CouncilDecided: z.object({
    judged: z.array(z.object({ agreement: text, verdict, words: z.nullable(plainWords) })),
  }),
  VerdictExplained: z.object({ agreement: text, by: text, reason: text }),
  DecisionPublished: z.object({ listed: flag }),
  DecisionHidden: nothing,
  AgreementFollowed: z.object({ agreement: text, state: followState, text }),
}
