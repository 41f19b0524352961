import { ORDINARY, PARTICLES } from './ordinaryWords.ts'

/** How a name stands in sentences: whole, or a first or last name by itself; however it is written, with or without accents. */

export interface NameHit {
  from: number
  to: number
  /** Where it may as well be an ordinary word: "Groot nieuws" of somebody called De Groot. */
  doubtful: boolean
}

interface Form {
  /** Word by word, as `folded` writes them. */
  words: readonly string[]
  /** Only with a capital it is the name: small it is a word. */
  capital: boolean
  /** At the beginning of a sentence every word has a capital. */
  doubtfulFirst: boolean
  /** Its last word with an s for whose something is: "Karins voorstel". Null: that is another name, or a word. */
  ofThem: string | null
}

export interface NameForms {
  /** By the first word of each. */
  byFirst: ReadonlyMap<string, readonly Form[]>
}

/** "ÀNNE" and "anne" are one. */
const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
const wordsOf = (name: string): string[] => [...name.matchAll(WORD)].map(([word]) => folded(word))

const isWord = (word: string): boolean => ORDINARY.has(word) || PARTICLES.has(word)

const ofThem = (word: string, kept: ReadonlySet<string>): string | null =>
  word.length < 3 || word.endsWith('s') || ORDINARY.has(`${word}s`) || kept.has(`${word}s`)
    ? null
    : `${word}s`

/** The name as it was given, what in it is written as one ("Anne-Marie"), and its end from the first word between: "de Vries". */
function longForms(name: string, words: readonly string[], kept: ReadonlySet<string>): Form[] {
  const between = words.findIndex((word, index) => index > 0 && PARTICLES.has(word))
  const last = between > 0 ? words.slice(between) : []
  const asOne = name.split(/\s+/).map(wordsOf)
  return [words, ...asOne, last]
    .filter(({ length }) => length > 1)
    .map((long) => ({
      words: long,
      capital: long.every(isWord),
      doubtfulFirst: false,
      ofThem: ofThem(long.at(-1) ?? '', kept),
    }))
}

/** One word of it by itself, save what stands between, and initials. */
function shortForms(words: readonly string[], kept: ReadonlySet<string>): Form[] {
  return words.flatMap((word, index): Form[] => {
    if (PARTICLES.has(word) || (word.length < 2 && /^[a-z0-9]$/.test(word))) return []
    const isWhole = words.length === 1
    // somebody else who stays is called so too
    if (!isWhole && kept.has(word)) return []
    const ordinary = ORDINARY.has(word)
    const capital = ordinary || index > 0
    return [{ words: [word], capital, doubtfulFirst: ordinary && !isWhole, ofThem: ofThem(word, kept) }]
  })
}

/** `others`: the names of those who stay. */
export function formsOf(names: readonly string[], others: readonly string[] = []): NameForms {
  const kept = new Set(others.flatMap(wordsOf))
  const byFirst = new Map<string, Form[]>()
  for (const name of names) {
    const words = wordsOf(name)
    for (const form of [...longForms(name, words, kept), ...shortForms(words, kept)]) {
      const [first = '', ...more] = form.words
      for (const begins of more.length === 0 && form.ofThem ? [first, form.ofThem] : [first])
        byFirst.set(begins, [...(byFirst.get(begins) ?? []), form])
    }
  }
  // one may begin with another
  for (const forms of byFirst.values()) forms.sort((one, other) => other.words.length - one.words.length)
  return { byFirst }
}

interface Word {
  from: number
  to: number
  folded: string
  capital: boolean
}

/** One text is looked through for everybody, one after the other. */
let readLast: { text: string; words: readonly Word[] } = { text: '', words: [] }
function read(text: string): readonly Word[] {
  if (readLast.text !== text) readLast = { text, words: wordsIn(text) }
  return readLast.words
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    folded: folded(found[0]),
    capital: /^\p{Lu}/u.test(found[0]) || !/[\p{Lu}\p{Ll}]/u.test(found[0]),
  }))

/** What may stand between the words of one name. */
const JOINT = /^(?:[ \u00a0]{1,3}|\.? ?|[-'’/&.]{1,2}| & )$/u
/** Nothing, or the end of a sentence before it. */
const BEGINS = /(?:^|[.!?:;…"“”'‘’(\n–-])\s*$/u

const isSaid = (word: Word, { words, ofThem: own }: Form, index: number): boolean =>
  word.folded === words[index] || (index === words.length - 1 && word.folded === own && word.capital)

function fits(text: string, words: readonly Word[], at: number, form: Form): NameHit | null {
  const found = words.slice(at, at + form.words.length)
  const [first] = found
  const last = found.at(-1)
  if (!first || !last || !found.every((word, index) => isSaid(word, form, index))) return null
  const isJoined = found.every(
    (word, index) => index === 0 || JOINT.test(text.slice(found[index - 1]?.to, word.from)),
  )
  const isName = !form.capital || found.some(({ capital, folded: word }) => capital && !PARTICLES.has(word))
  if (!isJoined || found.length !== form.words.length || !isName) return null
  const doubtful = form.doubtfulFirst && BEGINS.test(text.slice(0, first.from))
  return { from: first.from, to: last.to, doubtful }
}

/** Every place where one of these names stands, in order; none overlaps another. Pure. */
export function namesAt(text: string, { byFirst }: NameForms): NameHit[] {
  const words = read(text)
  const hits: NameHit[] = []
  let after = 0
  words.forEach((word, index) => {
    if (word.from < after) return
    for (const form of byFirst.get(word.folded) ?? []) {
      const hit = fits(text, words, index, form)
      if (!hit) continue
      hits.push(hit)
      after = hit.to
      return
    }
  })
  return hits
}
