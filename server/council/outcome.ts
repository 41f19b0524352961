import type { Unread } from '../../shared/dialogue/council/unread.ts'
import type { Verdict } from './compare.ts'

export type Code = Unread

export type Judgement = { ok: true; verdicts: Verdict[] } | { ok: false; code: Code }

export type Read = { ok: true; paragraphs: string[] } | { ok: false; code: Code }

/** A list of people, as lines. */
export type ListRead = { ok: true; text: string } | { ok: false; code: Code }

/** Why a file is not read, thrown from wherever that is found. */
export class Refused extends Error {
  readonly code: Code
  constructor(code: Code) {
    super(code)
    this.code = code
  }
}
