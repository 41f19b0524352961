import type { Block, RichText, Span } from '../../shared/agreement/richText.ts'

/** A document as every writer gets it: what it says, not how it looks. Made once, so that all forms say the same. */

export type Level = 1 | 2 | 3 | 4

export interface Table {
  kind: 'table'
  /** What is in the columns; every row has as many cells. */
  head: readonly string[]
  /** The first cell of a row says what the row is about. */
  rows: readonly (readonly string[])[]
}

/** Levels go down one at a time: a reader of headings misses none. */
export type Part = { kind: 'heading'; level: Level; spans: readonly Span[] } | Block | Table

export interface DocumentModel {
  title: string
  author: string
  /** When it was made, in milliseconds; handed in, so that the same input gives the same bytes. */
  date: number
  /** BCP 47. */
  language: string
  direction: 'ltr' | 'rtl'
  parts: readonly Part[]
}

export const words = (text: string): Span[] => [{ text, marks: [] }]

export const heading = (level: Level, text: string): Part => ({ kind: 'heading', level, spans: words(text) })
export const paragraph = (text: string): Part => ({ kind: 'paragraph', spans: words(text) })
/** What people typed in a field of several lines: a paragraph for every line that says something. */
export const prose = (text: string): Part[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph)
export const rich = (text: RichText): Part[] => [...text]
/** A section is there when it says something. */
export const section = (title: Part, parts: readonly Part[]): Part[] =>
  parts.length > 0 ? [title, ...parts] : []
