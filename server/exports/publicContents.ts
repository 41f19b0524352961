import type { Words } from '../../shared/agreement/canonical.ts'
import type { AgreementState } from '../../shared/dialogue/agreements/agreement.ts'
import type { Followed, Judged } from '../../shared/dialogue/council/council.ts'
import type { GivenPromise } from '../../shared/dialogue/model.ts'
import type { Locale } from '../../shared/protocol.ts'
import type { EvaluationFigures, GroupFigures } from './packageInput.ts'

/** Where the words were written; of a merged text each of the tables. */
export interface PublicOrigin {
  table: number
  /** The government role in words. */
  role: string
  session: number
  version: number
}

export interface PublicAgreement {
  words: Words
  /** Of these words, as people agreed on them (H3). */
  hash: string
  origins: readonly PublicOrigin[]
  /** How many objections changed the words on the way. */
  objections: number
  state: AgreementState
  judged: Judged
  note: string | null
  /** The latest first. */
  follow: readonly Followed[]
}

/** Everything the public page and its files are made of; nobody's name is in it. */
export interface PublicContents {
  locale: Locale
  title: string
  /** Every promise there was; the one that holds is the last. */
  promises: readonly GivenPromise[]
  set: readonly PublicAgreement[]
  sessions: number
  tables: number
  roles: number
  /** Objections in all rounds and from home, whatever became of them. */
  objections: number
  groups: readonly GroupFigures[]
  evaluations: readonly EvaluationFigures[]
  /** How the talk was held; several lines. */
  method: string
  updatedAt: number
  /** Search engines may show it. */
  listed: boolean
}

export interface PublicInput extends PublicContents {
  /** Where its style is. */
  sheet: string
  /** Where what reads it aloud is. */
  script: string
  /** Where its files are, up to the form of each. */
  files: string
}
