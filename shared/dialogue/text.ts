import * as z from 'zod'

/**
 * The one door for text from outside. PostgreSQL takes no NUL, half a character breaks JSON, and marks of direction
 * let a name or a sentence be read otherwise than it is written: none of that comes in.
 */

/** Ends of lines as they are written by whichever system. */
const LINE_END = /\r\n?|[\u2028\u2029]/g
/** Control characters except tab and newline, halves of a character, and marks that turn the direction around them. */
const UNWANTED = /[^\P{Cc}\t\n]|\p{Cs}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const WHITE = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Something to be seen, not only spaces and characters without a shape. */
const VISIBLE = /[^\p{Z}\p{C}]/u

const strip = (text: string): string => text.replace(LINE_END, '\n').replace(UNWANTED, '')
const compose = (text: string): string => text.normalize('NFC')

/** The text without what has no place in it. The joiners stay: emoji and Persian are written with them. */
export const clean = (text: string): string => compose(strip(text))

const oneLine = (text: string): string => strip(text.replace(WHITE, ' ')).trim()

/** As long as people typed it: putting letters and marks together afterwards may change the number of units. */
const within = (tidy: (text: string) => string, max: number) =>
  z.string().transform(tidy).pipe(z.string().max(max))
const needed = (text: string): boolean => VISIBLE.test(text)

/** One line that says something. */
export const line = (max: number) => within(oneLine, max).refine(needed).transform(compose)
/** One line that may be empty. */
export const anyLine = (max: number) => within(oneLine, max).transform(compose)
/** Text that says something and may have several lines. */
export const prose = (max: number) =>
  within((text) => strip(text).trim(), max)
    .refine(needed)
    .transform(compose)
/** Text that may be empty; nothing is taken off its ends, so that its lines keep their numbers. */
export const anyProse = (max: number) => within(strip, max).transform(compose)

const KEY = /^[A-Za-z0-9_-]{1,64}$/

/** Could this be the id of something of ours? Never a key that every object has: ids are looked up in plain records. */
export const isId = (text: string): boolean => KEY.test(text) && !(text in Object.prototype)

export const id = z.string().refine(isId)
