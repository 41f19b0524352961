import type { Words } from '../../shared/agreement/canonical.ts'
import type { RichText } from '../../shared/agreement/richText.ts'
import type { Proposal } from '../../shared/dialogue/council/proposal.ts'
import type { GivenPromise } from '../../shared/dialogue/model.ts'
import type { Locale } from '../../shared/protocol.ts'

/** Everything the council's package is made of, as plain data. Nobody's name stands in it but of whoever said yes to that. */

export interface GroupFigures {
  /** In words and in the plural: "inwoners". */
  name: string
  people: number
  /** Of the seats, and of the time spoken: 0 to 1. */
  seats: number
  spoken: number
}

export interface SessionFigures {
  title: string
  /** Milliseconds. */
  date: number
  people: number
  tables: number
}

/** Where a text came from: a table, and what it was called there. */
export interface Origin {
  table: number
  /** The government role in words. */
  role: string
  session: number
  version: number
  /** Its number at the table; the set is numbered anew. */
  oldNumber: number
  /** The objection that changed it, or null. */
  objection: string | null
}

export interface SetAgreement {
  words: Words
  /** Of the words consented to, as `hashOf` gives it. */
  hash: string
  origins: readonly Origin[]
  /** The objection that changed the words of a merging, or null. */
  objection: string | null
  /** What those who went on objecting wrote themselves; null where nobody did. */
  note: RichText | null
}

export interface TableVersion {
  /** Of a merged text the first of them. */
  table: number
  role: string
  session: number
  version: number
  oldNumber: number
  /** Every agreement of a table that was merged into it; none for what was written at a table. */
  mergedFrom: readonly Pick<Origin, 'table' | 'role' | 'oldNumber'>[]
  words: Words
}

/** What people answered afterwards: figures of five or more, and nobody's words. */
export interface EvaluationFigures {
  /** "Sessie 2". */
  session: string
  answered: number
  asked: number
  /** Of so many who answered the question so many said mostly or wholly. */
  values: readonly { name: string; said: number; of: number }[]
}

export interface PackageInput {
  locale: Locale
  title: string
  author: string
  /** Milliseconds. */
  date: number
  /** Something is missing still, and the document says so. */
  concept: boolean
  /** Everything the council promised to do with the outcome; what it promises now is the last. */
  promises: readonly GivenPromise[]
  groups: readonly GroupFigures[]
  sessions: readonly SessionFigures[]
  /** Of sessions with enough answers. */
  evaluations: readonly EvaluationFigures[]
  /** How the talk was held; several lines. */
  method: string
  /** The set, in its order: the first is number 1. */
  set: readonly SetAgreement[]
  /** As the clerk filled it in; empty is not filled in yet. */
  proposal: Proposal
  names: readonly string[]
  /** Earlier texts of the tables. */
  versions: readonly TableVersion[]
}
