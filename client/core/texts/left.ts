import type { AgreementText, TableText } from '../../../shared/agreement/document.ts'
import { plain } from '../../../shared/agreement/richText.ts'

/** What somebody typed and could not be kept. */
export interface Left {
  words: string
  /** The server would not have it; otherwise it never went out. */
  refused: boolean
}

const same = (one: AgreementText, other: AgreementText | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The agreements as plain text, without those that are stored just so. */
export const wordsOf = (text: TableText, stored: TableText = {}): string =>
  Object.values(text)
    .filter((one) => !same(one, stored[one.id]))
    .map(({ title, text: words, why }) => [title, plain(words), plain(why)].filter(Boolean).join('\n'))
    .join('\n\n')

/** Both, the older first. */
export const join = (one: Left, other: Left): Left => ({
  words: [one.words, other.words].join('\n\n'),
  refused: one.refused || other.refused,
})
