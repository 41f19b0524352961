import * as z from 'zod'
import { count, flag, tableYes, text, words } from '../storedParts.ts'

/** What the log keeps of the harvest. `from` and `agreement` are ids, `place` is where it stands in the set, from 1. */
const agreements = z.array(text)
const wordsOf = { words, hash: text, lost: text }

export const harvestSchemas = {
  AgreementTaken: z.object({ agreement: text, place: count }),
  AgreementLeftOut: z.object({ agreement: text }),
  AgreementPlaced: z.object({ agreement: text, place: count }),
  MergeProposed: z.object({ merge: text, from: agreements, tables: z.array(text), ...wordsOf }),
  /** `standsIn`: the organiser, for a table where nobody who leads it was there. */
  MergeAnswered: z.object({ merge: text, table: text, yes: flag, by: text, standsIn: flag }),
  MergeDropped: z.object({ merge: text }),
  /** Whole in itself: what was made, of what, and who said yes to it. */
  AgreementsMerged: z.object({
    merge: text,
    agreement: text,
    /** Of the first source: where a round on it may be held, beside the plenary. */
    table: text,
    number: count,
    place: count,
    from: agreements,
    ...wordsOf,
    authors: z.array(text),
    yes: z.array(tableYes),
    /** Rounds with objections that an earlier merging of the same agreements had (C6). */
    deadlocks: count,
  }),
  /** The sources come back from `place` on, in this order. */
  AgreementsUnmerged: z.object({ agreement: text, from: agreements, place: count }),
  HarvestAimSet: z.object({ aim: count }),
}
