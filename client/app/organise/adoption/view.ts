import type { Words } from '../../../../shared/agreement/canonical.ts'
import type { AgreementState } from '../../../../shared/dialogue/agreements/agreement.ts'
import { atCouncil } from '../../../../shared/dialogue/council/atCouncil.ts'
import {
  followOf,
  judgedOf,
  unexplained,
  type Followed,
  type Judged,
} from '../../../../shared/dialogue/council/council.ts'
import type { AgreementId, SessionState } from '../../../../shared/dialogue/model.ts'

/** One of the set that lies with the council, under its number there. */
export interface AtCouncil {
  id: AgreementId
  number: number
  state: AgreementState
  words: Words
  /** Null until the council's text was compared. */
  judged: Judged | null
  /** What was done with it, the latest first. */
  follow: Followed[]
}

export interface AdoptionView {
  /** What is different stands first. */
  items: AtCouncil[]
  same: number
  changed: number
  declined: number
  /** How many still have no reason. */
  unexplained: number
}

const isOther = ({ judged }: AtCouncil): boolean => judged !== null && judged.verdict !== 'adopted'

/** What the council did with the set, as the organiser works on it. */
export function adoptionView(state: SessionState): AdoptionView {
  const { council } = state
  const items = atCouncil(state).flatMap(({ id, state: how, presented }, index): AtCouncil[] => {
    if (!presented) return []
    const judged = judgedOf(council, id) ?? null
    return [
      { id, number: index + 1, state: how, words: presented.words, judged, follow: followOf(council, id) },
    ]
  })
  const count = (verdict: Judged['verdict']) =>
    items.filter(({ judged }) => judged?.verdict === verdict).length
  return {
    items: [...items.filter(isOther), ...items.filter((one) => !isOther(one))],
    same: count('adopted'),
    changed: count('changed'),
    declined: count('declined'),
    unexplained: unexplained(council).length,
  }
}
