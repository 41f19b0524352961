import { diffWordsWithSpace } from 'diff'
import type { PlainWords, Words } from './canonical.ts'
import { linesOf, paragraphs, plain, textOf, type RichText } from './richText.ts'

export type Change = { kind: 'same' | 'added' | 'removed'; text: string }

/** Words added and removed; past this a change is shown as a whole, for finding the smallest one would take too long. */
const MOST_EDITS = 1_000

const kindOf = (part: { added: boolean; removed: boolean }): Change['kind'] =>
  part.added ? 'added' : part.removed ? 'removed' : 'same'

function between(before: string, after: string): Change[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (parts) return parts.map((part) => ({ kind: kindOf(part), text: part.value }))
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

/** What changed, word by word and sign by sign; the parts that stayed and came are the text after, letter for letter. */
export const difference = (
  before: Words,
  after: Words,
): { title: Change[]; text: Change[]; why: Change[] } => ({
  title: between(before.title, after.title),
  text: between(plain(before.text), plain(after.text)),
  why: between(plain(before.why), plain(after.why)),
})

const flat = (text: RichText): RichText => paragraphs(text.flatMap(linesOf).map(textOf).join(' '))

/** The same beside words without structure: lines and lists say nothing there, words and signs do. */
export const plainDifference = (
  { title, text, why }: Words,
  after: PlainWords,
): ReturnType<typeof difference> =>
  difference(
    { title, text: flat(text), why: flat(why) },
    { title: after.title, text: paragraphs(after.text), why: paragraphs(after.why) },
  )
