import { canonicalWords, type PlainWords, type Words } from '../../shared/agreement/canonical.ts'
import { linesOf, textOf, type RichText } from '../../shared/agreement/richText.ts'
import { AFTER, BEFORE, BEHIND_TITLE, WHY, withoutOurs } from './layout.ts'
import { isEnd, readLines, skip, streamOf, type Stream } from './stream.ts'

export type Verdict =
  | { verdict: 'unchanged' }
  /** With what stands there; the title only where it is ours. */
  | { verdict: 'changed'; words: PlainWords }
  | { verdict: 'missing' }

/** An agreement as it is looked for: canonical, its text and reason as lines. */
interface Wanted {
  number: number
  words: Words
  text: string[]
  why: string[]
}

/** Where an agreement stands: behind its title, or behind its number where the title is another one. */
interface Found {
  begin: number
  body: number
  exact: boolean
}

const lines = (text: RichText): string[] => text.flatMap(linesOf).map(textOf)

function wanted(words: Words, index: number): Wanted {
  const tidy = canonicalWords(words)
  return { number: index + 1, words: tidy, text: lines(tidy.text), why: lines(tidy.why) }
}

/** Behind the title, when it stands at the beginning of this paragraph, with or without a number before it. */
function behindTitle({ text, begins }: Stream, begin: number, title: string): number | null {
  if (title === '') return null
  for (const at of [begin, skip(BEFORE, text, begin)]) {
    if (!text.startsWith(title, at)) continue
    const end = at + title.length
    // a longer title, or a sentence that begins with these words, is something else
    if (
      begins.includes(skip(/ */y, text, end)) ||
      /^[.:–—]/.test(text.slice(end)) ||
      /^ [–—] /.test(text.slice(end))
    )
      return skip(BEHIND_TITLE, text, end)
    if (/[?!.:]$/.test(title)) return end
  }
  return null
}

function places(stream: Stream, all: readonly Wanted[]): Map<Wanted, Found[]> {
  const found = new Map<Wanted, Found[]>()
  for (const one of all) {
    const here = stream.begins.flatMap((begin): Found[] => {
      const body = behindTitle(stream, begin, one.words.title)
      return body === null ? [] : [{ begin, body, exact: true }]
    })
    found.set(one, here)
  }
  return found
}

/** The number before a paragraph, when there is one. */
function numberAt(text: string, begin: number): number | null {
  BEFORE.lastIndex = begin
  const number = BEFORE.exec(text)?.[1]
  return number === undefined ? null : Number(number)
}

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu))

/** Which part of these words stands in the text, 0 to 1. */
function shared(expected: string, text: string): number {
  const [sought, there] = [wordsIn(expected), wordsIn(text)]
  if (sought.size === 0) return 0
  return [...sought].filter((word) => there.has(word)).length / sought.size
}

/** Enough to say: this is that agreement, with other words. */
const ALIKE = 0.5

/** From here to where the next agreement begins, or what is none of its words. */
function segmentEnd({ text, begins }: Stream, from: number, others: readonly number[]): number {
  const stop = begins.find(
    (begin) => begin >= from && (others.includes(begin) || skip(AFTER, text, begin) > begin),
  )
  return stop ?? text.length
}

/** Under another title: behind its number, or where most of its words are. */
function retitled(stream: Stream, one: Wanted, taken: readonly number[]): Found | null {
  const { text, begins } = stream
  const expected = [one.words.title, ...one.text].join(' ')
  for (const numbered of [true, false]) {
    for (const begin of begins.slice(0, -1)) {
      if (taken.includes(begin) || skip(AFTER, text, begin) > begin) continue
      if (numbered && numberAt(text, begin) !== one.number) continue
      const end = segmentEnd(stream, begin + 1, taken)
      if (shared(expected, text.slice(begin, end)) >= ALIKE)
        return { begin, body: skip(BEFORE, text, begin), exact: false }
    }
  }
  return null
}

/** Is this, behind its title, the whole agreement and nothing else? The council may leave the reason out. */
function isUnchanged(stream: Stream, one: Wanted, { body }: Found, end: number): boolean {
  const { text } = stream
  const behindText = readLines(text, body, one.text)
  if (behindText === null || !isEnd(stream, behindText)) return false
  const next = skip(/ */y, text, behindText)
  if (next >= end) return true
  const why = skip(WHY, text, next)
  if (why === next || one.why.length === 0) return false
  const behindWhy = readLines(text, why, one.why)
  return behindWhy !== null && isEnd(stream, behindWhy) && skip(/ */y, text, behindWhy) >= end
}

function changed(stream: Stream, one: Wanted, found: Found, end: number): Verdict {
  const whole = stream.text.slice(found.body, end).trim()
  const split = stream.begins.find(
    (begin) => begin >= found.body && begin < end && skip(WHY, stream.text, begin) > begin,
  )
  const text = split === undefined ? whole : stream.text.slice(found.body, split).trim()
  // a reason that is left out is no change
  const why = split === undefined ? one.why.join(' ') : stream.text.slice(skip(WHY, stream.text, split), end)
  return { verdict: 'changed', words: { title: found.exact ? one.words.title : '', text, why: why.trim() } }
}

/** A title in a list of contents has no text of its own, or only the number of a page. */
const isListed = (text: string): boolean => /^[.\s…]*\d*$/.test(text)

function judge(stream: Stream, one: Wanted, found: readonly Found[], begins: readonly number[]): Verdict {
  const spans = found.map((place) => {
    const others = begins.filter((begin) => begin !== place.begin)
    return { place, end: segmentEnd(stream, place.body, others) }
  })
  const told = spans.filter(({ place, end }) => !isListed(stream.text.slice(place.body, end)))
  const differs = told.find(({ place, end }) => !place.exact || !isUnchanged(stream, one, place, end))
  // said twice, it is unchanged when it is so both times
  if (differs) return changed(stream, one, differs.place, differs.end)
  return told.length > 0 || (found.length > 0 && one.text.length === 0)
    ? { verdict: 'unchanged' }
    : { verdict: 'missing' }
}

/**
 * What became of each agreement in the council's text [H3]: the same words letter for letter, other words, or none.
 * The layout of the package around it is known; lines and white space say nothing, one comma does. What follows an
 * agreement and is not known as layout belongs to it: better a change shown that is none than one unseen.
 */
export function compare(set: readonly Words[], paragraphs: readonly string[]): Verdict[] {
  const stream = streamOf(withoutOurs(paragraphs))
  const all = set.map(wanted)
  const exact = places(stream, all)
  const taken = [...exact.values()].flat().map(({ begin }) => begin)
  const found = new Map<Wanted, Found[]>()
  for (const one of all) {
    const here = exact.get(one) ?? []
    const other = here.length > 0 ? null : retitled(stream, one, taken)
    if (other) taken.push(other.begin)
    found.set(one, other ? [other] : here)
  }
  return all.map((one) => judge(stream, one, found.get(one) ?? [], taken))
}
