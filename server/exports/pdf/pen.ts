import { linkOf, type Span } from '../../../shared/agreement/richText.ts'
import { fileOf } from './fonts.ts'
import { setLines } from './lines.ts'
import { MARGIN, type Doc } from './paper.ts'
import { asRead, onPaper, piecesOf, type Piece } from './pieces.ts'

/** Where words stand: from x on, as wide as the room, at this size and this distance between lines; all in points. */
export interface Place {
  x: number
  room: number
  size: number
  leading: number
  direction: 'ltr' | 'rtl'
}

interface Placed {
  piece: Piece
  line: number
  x: number
  width: number
}
/** Words that are read as one: all outside a link, or all of one link. */
interface Stretch {
  link: string | undefined
  placed: Placed[]
}

const TEXT = '#1a1a1a'
const LINK = '#0b4f6c'

/**
 * Words from right to left are set as one run, for pdfkit by itself sets word by word, from left to right; it does so
 * for the others, whose words it knows again.
 */
const featuresOf = ({ level }: Pick<Piece, 'level'>): PDFKit.Mixins.OpenTypeFeatures[] | undefined =>
  level % 2 === 1 ? [] : undefined

function widthIn(doc: Doc, size: number): (piece: Piece) => number {
  return (piece) =>
    doc
      .font(fileOf(piece.font))
      .fontSize(size)
      .widthOfString(piece.text, { features: featuresOf(piece) })
}

function placeLine(line: readonly Piece[], index: number, place: Place, width: (piece: Piece) => number) {
  const shown = onPaper(line)
  const total = shown.reduce((sum, piece) => sum + width(piece), 0)
  let x = place.direction === 'rtl' ? place.x + place.room - total : place.x
  const found = new Map<Piece, Placed>()
  for (const piece of shown) {
    const wide = width(piece)
    found.set(piece, { piece, line: index, x, width: wide })
    x += wide
  }
  // placed as it is seen, told as it is read
  return line.flatMap((piece) => found.get(piece) ?? [])
}

/** A line or more of words, set and ready to be written. */
export interface Setting {
  lines: number
  height: number
  stretches: Stretch[]
  place: Place
}

export function setWords(doc: Doc, spans: readonly Span[], place: Place): Setting {
  const width = widthIn(doc, place.size)
  const lines = setLines(piecesOf(spans, place.direction), width, place.room)
  const stretches: Stretch[] = []
  for (const placed of lines.flatMap((line, index) => placeLine(line, index, place, width))) {
    const link = linkOf(placed.piece.span)
    const last = stretches.at(-1)
    if (last && last.link === link) last.placed.push(placed)
    else stretches.push({ link, placed: [placed] })
  }
  return { lines: lines.length, height: lines.length * place.leading, stretches, place }
}

const bottomOf = (doc: Doc): number => doc.page.height - MARGIN

/** Is there room for this much? If not, what comes begins a page. */
export function makeRoom(doc: Doc, height: number): void {
  if (doc.y + height > bottomOf(doc)) doc.continueOnNewPage()
}

/** All on one line to stand on, however tall the letters of a font are. */
function draw(doc: Doc, { piece, x, width }: Placed, size: number, isLink: boolean): void {
  doc
    .font(fileOf(piece.font))
    .fontSize(size)
    .fillColor(isLink ? LINK : TEXT)
  const { y } = doc
  const read = asRead(piece)
  if (read !== null) doc.markContent('Span', { actual: read })
  doc.text(piece.text, x, y + size, {
    lineBreak: false,
    baseline: 'alphabetic',
    features: featuresOf(piece),
  })
  if (read !== null) doc.endMarkedContent()
  if (isLink)
    doc
      .moveTo(x, y + size + 2)
      .lineTo(x + width, y + size + 2)
      .lineWidth(0.5)
      .stroke(LINK)
  doc.y = y
}

/** Where to press, and what is said of it to who cannot see it. */
function follow(
  doc: Doc,
  { x, width }: Placed,
  height: number,
  url: string,
  link: PDFKit.PDFStructureElement,
) {
  const options: PDFKit.Mixins.AnnotationOption = {}
  // a plain string would be written as a name
  Object.assign(options, { structParent: link, Contents: new String(url) })
  doc.link(x, doc.y, width, height, url, options)
}

/** Write what was set into an element of the structure, over as many pages as it takes; then the pen is below it. */
export function write(
  doc: Doc,
  { stretches, lines, place }: Setting,
  element: PDFKit.PDFStructureElement,
): void {
  let line = 0
  const toLine = (wanted: number) => {
    for (; line < wanted; line++) doc.y += place.leading
    makeRoom(doc, place.leading)
  }
  for (const { link, placed } of stretches) {
    const inside = link === undefined ? element : doc.struct('Link')
    if (link !== undefined) element.add(inside)
    inside.add(() => {
      for (const one of placed) {
        toLine(one.line)
        draw(doc, one, place.size, link !== undefined)
        if (link !== undefined) follow(doc, one, place.leading, link, inside)
      }
    })
    if (link !== undefined) inside.end()
  }
  doc.y += (lines - line) * place.leading
}
