import * as z from 'zod'
import { count, keptFor, text, words } from '../storedParts.ts'

/** What the log keeps of agreements. `table` stands in each, for it decides who may know of it. */
const ofAgreement = { table: text, agreement: text }
const version = { version: count, words, hash: text, authors: z.array(text), seq: count }
/** C7: who stood aside and who was not heard, person by person. */
const result = { version: count, hash: text, aside: z.array(text), absent: z.array(text) }

export const agreementSchemas = {
  AgreementAdded: z.object({ ...ofAgreement, number: count }),
  AgreementWithdrawn: z.object(ofAgreement),
  AgreementRestored: z.object(ofAgreement),
  VersionKept: z.object({ ...ofAgreement, ...version, keptFor }),
  AgreementPresented: z.object({ ...ofAgreement, ...version }),
  AgreementRemarked: z.object({ ...ofAgreement, number: count, by: text, text }),
  RemarkResolved: z.object({ ...ofAgreement, number: count }),
  AgreementRevised: z.object(ofAgreement),
  ConsentVoided: z.object(ofAgreement),
  AgreementReturned: z.object({ ...ofAgreement, ...result, objects: z.array(text) }),
  AgreementAgreed: z.object({ ...ofAgreement, ...result }),
  AgreementNoted: z.object({ ...ofAgreement, ...result, objects: z.array(text), note: text }),
}
