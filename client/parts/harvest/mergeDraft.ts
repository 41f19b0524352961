import { paragraphs, plain, type RichText } from '../../../shared/agreement/richText.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'

/** What somebody changed of the words that a merging begins with; what they left alone follows what is merged. */
export interface Draft {
  title?: string
  text?: string
  why?: string
}

const of = (agreement: Agreement, field: 'text' | 'why'): string =>
  plain(agreement.presented?.words[field] ?? [])
const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n')

/** The words of all, one after the other. */
export const together = (agreements: readonly Agreement[]): { text: string; why: string } => ({
  text: joined(agreements.map((one) => of(one, 'text'))),
  why: joined(agreements.map((one) => of(one, 'why'))),
})

/** One more to merge: its words come behind what was changed already. */
export const added = (draft: Draft, agreement: Agreement): Draft => ({
  ...draft,
  ...(draft.text === undefined ? {} : { text: joined([draft.text, of(agreement, 'text')]) }),
  ...(draft.why === undefined ? {} : { why: joined([draft.why, of(agreement, 'why')]) }),
})

export const written = (text: string): RichText =>
  paragraphs(...text.split(/\n+/).filter((line) => line.trim()))
