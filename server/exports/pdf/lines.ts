import type { Piece } from './pieces.ts'

type Width = (piece: Piece) => number

/** Where a line may end: behind a space. */
const WORD = /[^ ]+ *| +/g

const withText = (piece: Piece, text: string): Piece => ({ ...piece, text })

/** Words, each of one or more pieces: a word may be half bold. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = []
  let open = false
  for (const piece of pieces) {
    for (const [word] of piece.text.matchAll(WORD)) {
      const part = withText(piece, word)
      const last = found.at(-1)
      if (open && last) last.push(part)
      else found.push([part])
      open = !word.endsWith(' ')
    }
  }
  return found
}

/** A word wider than the line, an address for one, is broken where the line is full. */
function broken(word: readonly Piece[], width: Width, room: number): Piece[][] {
  const letters = word.flatMap((piece) =>
    piece.actual === null ? Array.from(piece.text, (letter) => withText(piece, letter)) : [piece],
  )
  const found: Piece[][] = []
  let left = 0
  for (const letter of letters) {
    const wide = width(letter)
    if (wide > left || found.length === 0) {
      found.push([])
      left = room
    }
    left -= wide
    const line = found.at(-1)
    const last = line?.at(-1)
    if (last && last.span === letter.span && last.font === letter.font && last.level === letter.level)
      last.text += letter.text
    else line?.push(letter)
  }
  return found
}

const glued = (line: readonly Piece[]): Piece[] => {
  const found: Piece[] = []
  for (const piece of line) {
    const last = found.at(-1)
    const same = last && last.span === piece.span && last.font === piece.font && last.level === piece.level
    if (same && last.actual === null && piece.actual === null) last.text += piece.text
    else found.push({ ...piece })
  }
  return found
}

/** The pieces set in lines no wider than the room. The space at the end of a line stays, for whoever copies the text. */
export function setLines(pieces: readonly Piece[], width: Width, room: number): Piece[][] {
  const wide = (parts: readonly Piece[]) => parts.reduce((sum, part) => sum + width(part), 0)
  const seen = (parts: readonly Piece[]) => {
    const last = parts.at(-1)
    return last ? wide(parts.slice(0, -1)) + width(withText(last, last.text.trimEnd())) : 0
  }
  const found: Piece[][] = [[]]
  let used = 0
  for (const word of wordsOf(pieces)) {
    const parts = seen(word) > room ? broken(word, width, room) : [word]
    for (const part of parts) {
      if (used > 0 && used + seen(part) > room) {
        found.push([])
        used = 0
      }
      found.at(-1)?.push(...part)
      used += wide(part)
    }
  }
  return found.map(glued)
}
