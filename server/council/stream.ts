/** The council's text as one string, in which it is known where paragraphs begin: lines and white space say nothing. */
export interface Stream {
  text: string
  /** Where paragraphs begin, in order; the end of the text counts as one. */
  begins: readonly number[]
}

export function streamOf(paragraphs: readonly string[]): Stream {
  const begins: number[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    const line = paragraph.replace(/\s+/g, ' ').trim()
    if (line === '') continue
    if (text !== '') text += ' '
    begins.push(text.length)
    text += line
  }
  return { text, begins: [...begins, text.length] }
}

/** A sign or number before an item or a paragraph, which belongs to how it is laid out. */
const MARKER = /(?:[-–—•◦▪*·]|\(?\d{1,3}[.)]|[a-z][.)])\s+/y
const SPACES = / */y

export function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/**
 * Where these lines end, read from here, letter for letter; null where the text says something else. A marker may stand
 * before a line: an item has one on paper and none in the text.
 */
export function readLines(text: string, from: number, lines: readonly string[]): number | null {
  let at = from
  for (const line of lines) {
    at = skip(SPACES, text, at)
    if (!text.startsWith(line, at)) at = skip(MARKER, text, at)
    if (!text.startsWith(line, at)) return null
    at += line.length
  }
  return at
}

/** Nothing more of a paragraph follows: here, or behind a space, another begins or the text ends. */
export const isEnd = ({ text, begins }: Stream, at: number): boolean =>
  begins.includes(skip(SPACES, text, at))
