import type { AgreementState } from '../../shared/dialogue/agreements/agreement.ts'
import type { Judged } from '../../shared/dialogue/council/council.ts'
import { agreement as agreementWords } from '../../shared/messages/agreement.ts'
import { format } from '../../shared/messages/format.ts'
import type { Locale } from '../../shared/protocol.ts'
import type { PublicContents } from './publicContents.ts'
import type { SayPublic } from './publicWords.ts'

/** What the public page and its files say in numbers and in a word. */

export const stateWords = (state: AgreementState, locale: Locale): string => {
  const key = `agreement.${state}` as keyof typeof agreementWords
  return format(agreementWords[key], locale)
}

/** How it went, in numbers. */
export function figuresOf({ sessions, tables, roles, objections, set }: PublicContents, say: SayPublic) {
  const notes = set.filter(({ note }) => note !== null).length
  return [
    say('sessions', { count: sessions }),
    say('tables', { tables, roles }),
    say('objections', { count: objections }),
    say('notes', { count: notes }),
  ]
}

export function sumOf(set: PublicContents['set']) {
  const count = (verdict: Judged['verdict']) => set.filter(({ judged }) => judged.verdict === verdict).length
  return {
    same: count('adopted'),
    changed: count('changed'),
    declined: count('declined'),
    all: set.length,
  }
}
