import bidi from 'bidi-js'
import type { Span } from '../../../shared/agreement/richText.ts'
import { covers, fontFor, plainFont } from './fonts.ts'

/** Letters that are drawn in one go: of one span, in one font, in one direction. */
export interface Piece {
  span: Span
  font: string
  /** As it is read; where no font has a letter, the sign that stands for it. */
  text: string
  /** As it was written, where that is something else. */
  actual: string | null
  /** Level of direction: even from left to right, odd from right to left. */
  level: number
}

const { getEmbeddingLevels, getMirroredCharacter } = bidi()
/** A letter with its accents, an emoji of several parts. */
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const INSTEAD = '□'

const alike = (a: Piece, b: Piece): boolean =>
  a.span === b.span && a.font === b.font && a.level === b.level && a.actual === null && b.actual === null

function piece(letter: string, span: Span, level: number, last: Piece | undefined): Piece {
  // a space goes with the word before it
  const kept = letter === ' ' && last?.span === span && covers(last.font, letter)
  const font = kept ? last.font : fontFor(letter, span)
  if (font === null)
    return { span, font: fontFor(INSTEAD, span) ?? plainFont(span), text: INSTEAD, actual: letter, level }
  // a bracket opens to the other side where the words go from right to left
  const mirrored = level % 2 === 1 ? getMirroredCharacter(letter) : null
  return { span, font, text: mirrored ?? letter, actual: null, level }
}

/** A line of words, however long, as the pieces it is drawn of; in the order of reading. */
export function piecesOf(spans: readonly Span[], direction: 'ltr' | 'rtl'): Piece[] {
  const { levels } = getEmbeddingLevels(spans.map((span) => span.text).join(''), direction)
  const found: Piece[] = []
  let at = 0
  for (const span of spans) {
    for (const { segment, index } of letters.segment(span.text)) {
      const last = found.at(-1)
      const next = piece(segment, span, levels[at + index] ?? 0, last)
      if (last && alike(last, next)) last.text += next.text
      else found.push(next)
    }
    at += span.text.length
  }
  return found
}

/**
 * What is read aloud where that is not what is drawn: a letter no font has, and words from right to left, whose letters
 * are joined and whose brackets are turned on paper.
 */
export function asRead({ text, actual, level }: Piece): string | null {
  if (actual !== null || level % 2 === 0) return actual
  return Array.from(text, (letter) => getMirroredCharacter(letter) ?? letter).join('')
}

/** In the order in which they stand on paper, from left to right: every run of a higher level is turned round (UAX 9, L2). */
export function onPaper(line: readonly Piece[]): Piece[] {
  const shown = [...line]
  const highest = Math.max(0, ...shown.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < shown.length; from++) {
      let to = from
      while ((shown[to]?.level ?? -1) >= level) to++
      if (to - from > 1) shown.splice(from, to - from, ...shown.slice(from, to).toReversed())
      from = Math.max(from, to - 1)
    }
  }
  return shown
}
