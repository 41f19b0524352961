import { clean } from '../dialogue/text.ts'
import { isLink, linkOf, type Block, type Mark, type RichText, type Span } from './richText.ts'

/** The exact words of an agreement. */
export interface Words {
  title: string
  text: RichText
  why: RichText
}

/** Words without structure: a text that was read from a file has none that can be trusted. */
export interface PlainWords {
  title: string
  text: string
  why: string
}

/** Signs nobody sees, which hold no word together: soft hyphen, spaces without width, fillers, the mark of a byte order. */
const UNSEEN =
  /\u034F|[\u17B4\u17B5]|[\u00AD\u115F\u1160\u180E\u200B\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF]/g
/**
 * A joiner says something in an emoji, and after a letter or vowel sign of a script that joins; after any other sign
 * it is unseen too. Accents of no script in particular compose with Latin letters, so they do not count as such a sign.
 */
const JOINER =
  /((?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u064B-\u065F]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}])[\p{L}\p{M}])[\u200C\u200D])[\u200C\u200D]*|[\u200C\u200D]+/gu
/** Of those that stand together the first may say something. Not by looking behind: Safari before 16.4 reads no file in which that stands. */
const withoutIdleJoiners = (text: string): string => text.replace(JOINER, '$1')

/** One line of words: composed, nothing unseen, every run of white space one space. Its ends are left. */
const tidy = (text: string): string =>
  clean(withoutIdleJoiners(clean(text.replace(UNSEEN, '')))).replace(/\s+/g, ' ')

const ORDER = ['strong', 'em'] as const

function tidyMarks(span: Span): Mark[] {
  const link = linkOf(span)?.trim()
  const marks: Mark[] = link !== undefined && isLink(link) ? [{ link }] : []
  return [...marks, ...ORDER.filter((mark) => span.marks.includes(mark))]
}

const sameMarks = (a: Span, b: Span): boolean => JSON.stringify(a.marks) === JSON.stringify(b.marks)

/**
 * A space between two spans belongs to the first: nobody sees which of them it stands in. Neighbours with equal marks
 * are one, and a mark that holds nothing is none.
 */
function tidyLine(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const last = found.at(-1)
    let text = tidy(span.text)
    if (text.startsWith(' ')) {
      if (last && !last.text.endsWith(' ')) last.text += ' '
      text = text.slice(1)
    }
    if (text === '') continue
    const next = { text, marks: tidyMarks(span) }
    if (last && sameMarks(last, next)) last.text = tidy(last.text + text)
    else found.push(next)
  }
  const last = found.at(-1)
  if (last) last.text = last.text.trimEnd()
  return found
}

function tidyBlock(block: Block): Block {
  if (block.kind === 'paragraph') return { kind: block.kind, spans: tidyLine(block.spans) }
  return { kind: block.kind, items: block.items.map(tidyLine).filter((spans) => spans.length > 0) }
}

const isEmpty = (block: Block): boolean =>
  block.kind === 'paragraph' ? block.spans.length === 0 : block.items.length === 0

/** Two lists of one kind on top of each other look like one, and are. */
function joinLists(blocks: readonly Block[]): Block[] {
  const found: Block[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (last && last.kind !== 'paragraph' && block.kind === last.kind)
      found[found.length - 1] = { kind: last.kind, items: [...last.items, ...block.items] }
    else found.push(block)
  }
  return found
}

const tidyText = (text: RichText): Block[] =>
  joinLists(text.map(tidyBlock).filter((block) => !isEmpty(block)))

export const canonicalWords = (words: Words): Words => ({
  title: tidy(words.title).trim(),
  text: tidyText(words.text),
  why: tidyText(words.why),
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]))
}

/**
 * NFC, no control or direction characters, runs of white space to one space, trimmed paragraphs, empty ones dropped,
 * neighbours with equal marks joined; JSON with sorted keys. The same words always give the same string.
 */
export const canonical = (words: Words): string => JSON.stringify(sorted(canonicalWords(words)))

/** SHA-256 over the UTF-8 of the canonical text; the hash function is handed in, for this file knows neither node nor browser. */
export const hashOf = (words: Words, sha256: (utf8: string) => string): string => sha256(canonical(words))
