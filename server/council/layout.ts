import { packageWords, type PackageWord } from '../exports/packageWords.ts'

/** What stands around the words of an agreement in our package and in what a council makes of it. */

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const NAMES = '\\{[a-z]+\\}'

/** A sentence of the package in any language, up to the first thing that is filled in. */
const startOf = (key: PackageWord): string =>
  Object.values(packageWords[key])
    .map((words) => escaped(words.split(new RegExp(NAMES))[0]?.trim() ?? words))
    .join('|')

/** Where the reasons begin. */
export const WHY = new RegExp(`(?:${startOf('why')}|Reden|Toelichting|Motivering)\\s*:?(?: |$)`, 'iy')

/** What is filled in in a sentence of ours; the objection is in somebody's own words. */
const FILLED: Record<string, string> = { role: '[^)]*', hash: '[0-9a-f]{64}', objection: '.*' }

/** A whole sentence of the package in any language. */
const wholeOf = (key: PackageWord): string =>
  Object.values(packageWords[key])
    .map((words) =>
      words
        .split(/\{([a-z]+)\}/)
        .map((part, index) => (index % 2 === 0 ? escaped(part) : (FILLED[part] ?? '\\d+')))
        .join(''),
    )
    .join('|')

const SENTENCES: readonly PackageWord[] = ['origin', 'objection', 'hash']
const OURS = new RegExp(`^(?:${SENTENCES.map(wholeOf).join('|')})$`)
/** Lines over which such a sentence may be broken in a file that knows no paragraphs. */
const MOST_LINES = 3

/** Without the sentences of ours that stand with an agreement and are none of its words. */
export function withoutOurs(lines: readonly string[]): string[] {
  const found: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const upTo = (count: number) => OURS.test(lines.slice(at, at + count).join(' '))
    const count = Array.from({ length: MOST_LINES }, (_, index) => index + 1).find(upTo)
    if (count === undefined) found.push(lines[at] ?? '')
    else at += count - 1
  }
  return found
}

const BEHIND: readonly PackageWord[] = ['note', 'proposal', 'names', 'annex']
/** What ends a decision: when it was taken, and who signs it. */
const SIGNED = 'Aldus (?:vastgesteld|besloten)|De (?:raads)?griffier,|De (?:raads)?voorzitter,|Bijlagen?[: ]'

/** What follows is about something else. */
export const AFTER = new RegExp(`(?:${BEHIND.map(startOf).join('|')}|${SIGNED})`, 'y')

/** Before a title: "3.", "3)", "Afspraak 3:", "Artikel 3 –", a sign of a list or of a heading in Markdown, or nothing. */
export const BEFORE =
  /(?:#+ )?(?:[-–—•*] )?(?:(?:afspraak|artikel|punt|agreement|article)\s+)?(?:(\d{1,3})(?:\s*[.):–—-])?\s+)?/iy

/** Behind a title that is followed by the text on the same line. */
export const BEHIND_TITLE = /\s*[.:–—]?\s*/y
