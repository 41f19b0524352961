import { expect, test } from 'vitest'
import { setLines } from '../../server/exports/pdf/lines.ts'
import { asRead, onPaper, piecesOf } from '../../server/exports/pdf/pieces.ts'
import { spans } from '../domain/support/words.ts'

const drawn = (text: string, direction: 'ltr' | 'rtl' = 'ltr') =>
  onPaper(piecesOf(spans(text), direction)).map((piece) => piece.text)
/** Every letter as wide as any other. */
const lines = (text: string, room: number) =>
  setLines(piecesOf(spans(text), 'ltr'), (piece) => piece.text.length, room).map((line) =>
    line.map((piece) => piece.text).join(''),
  )

test('a sentence is drawn in one go; words from right to left and figures in them stand in their own order', () => {
  expect(drawn('Vóór er een plan ligt.')).toEqual(['Vóór er een plan ligt.'])
  expect(drawn('من 10 أيام', 'rtl')).toEqual(['أيام', ' ', '10', 'من '])
})

test('what is read is what was written: brackets are turned on paper only', () => {
  const pieces = piecesOf(spans('(أيام) 中'), 'rtl')
  expect(pieces.map((piece) => asRead(piece) ?? piece.text).join('')).toBe('(أيام) 中')
  expect(pieces.map((piece) => piece.text).join('')).toContain(')')
})

test('lines end behind a space, and a word that fits nowhere is broken', () => {
  expect(lines('een twee drie', 9)).toEqual(['een twee ', 'drie'])
  expect(lines('a bbbbbbbbbb cc', 4)).toEqual(['a ', 'bbbb', 'bbbb', 'bb ', 'cc'])
  for (const room of [1, 2, 5, 50])
    expect(lines('een twee  drie vier', room).join('')).toBe('een twee  drie vier')
})
