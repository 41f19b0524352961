import type { PlainWords } from '../../agreement/canonical.ts'
import type { FollowState, Verdict } from '../agreements/agreement.ts'
import type { AgreementId } from '../ids.ts'

/** What became of the set with the council, and afterwards (H3, H4). */
export interface Council {
  /** When the set went there; null: it is not there. */
  offeredAt: number | null
  /** What its text was found to do; null until that has been compared. */
  decision: CouncilDecision | null
  /** Null: nobody but the organiser knows of the decision. */
  published: Published | null
  /** What was done with it, oldest first. */
  follow: Followed[]
}

export interface CouncilDecision {
  /** When it was compared. */
  at: number
  /** One for each of the set, in its order. */
  judged: Judged[]
}

export interface Judged {
  agreement: AgreementId
  verdict: Verdict
  /** What stands in the council's text in its place; null where nothing else does. */
  words: PlainWords | null
  /** Who changed it: an amendment and who brought it in. Empty until somebody has said it. */
  by: string
  reason: string
}

export interface Published {
  at: number
  /** Search engines may show the page. */
  listed: boolean
}

export interface Followed {
  agreement: AgreementId
  state: FollowState
  text: string
  at: number
}

export const NO_COUNCIL: Council = { offeredAt: null, decision: null, published: null, follow: [] }

export const judgedOf = ({ decision }: Council, id: AgreementId): Judged | undefined =>
  decision?.judged.find(({ agreement }) => agreement === id)

/** What was done with it, the latest first. */
export const followOf = ({ follow }: Council, id: AgreementId): Followed[] =>
  follow.filter(({ agreement }) => agreement === id).toReversed()

/** Some words, not only signs. */
const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Whoever reads that the council did otherwise reads why, and who wanted it. */
export const isExplained = ({ verdict, by, reason }: Judged): boolean =>
  verdict === 'adopted' || (says(reason) && (verdict === 'declined' || says(by)))

/** Those for which that is still to be written. */
export const unexplained = ({ decision }: Council): Judged[] =>
  (decision?.judged ?? []).filter((one) => !isExplained(one))
