import type { Span } from '../../../shared/agreement/richText.ts'
import { words, type Level, type Part, type Table } from '../model.ts'
import { MARGIN, type Doc } from './paper.ts'
import { makeRoom, setWords, write, type Place, type Setting } from './pen.ts'

/** How each part of a document is written and what it is in the structure that a screen reader follows. */

type Element = PDFKit.PDFStructureElement
type Direction = Place['direction']

const BODY = { size: 11, leading: 16.5 }
const HEADINGS: Record<Level, { size: number; leading: number; above: number }> = {
  1: { size: 24, leading: 30, above: 0 },
  2: { size: 17, leading: 23, above: 20 },
  3: { size: 13, leading: 19, above: 14 },
  4: { size: 11, leading: 16.5, above: 8 },
}
const BELOW = 7
const INDENT = 20
const CELL = 5
const RULE = '#8a8a8a'

const roomOf = (doc: Doc): number => doc.page.width - 2 * MARGIN

const bold = (spans: readonly Span[]): Span[] =>
  spans.map(({ text, marks }) => ({ text, marks: [...marks, 'strong'] as const }))

const added = (doc: Doc, parent: Element, type: string): Element => {
  const element = doc.struct(type)
  parent.add(element)
  return element
}

function heading(doc: Doc, root: Element, level: Level, spans: readonly Span[], direction: Direction): void {
  const { size, leading, above } = HEADINGS[level]
  const set = setWords(doc, bold(spans), { x: MARGIN, room: roomOf(doc), size, leading, direction })
  doc.y += above
  // a heading never stands alone at the foot of a page
  makeRoom(doc, set.height + BELOW + 3 * BODY.leading)
  const element = added(doc, root, `H${level}`)
  write(doc, set, element)
  element.end()
  doc.y += level === 4 ? 2 : BELOW
}

function paragraph(doc: Doc, root: Element, spans: readonly Span[], direction: Direction): void {
  const set = setWords(doc, spans, { x: MARGIN, room: roomOf(doc), ...BODY, direction })
  const element = added(doc, root, 'P')
  write(doc, set, element)
  element.end()
  doc.y += BELOW
}

function item(doc: Doc, parent: Element, label: string, spans: readonly Span[], direction: Direction): void {
  const left = direction === 'ltr'
  const sign = setWords(doc, words(label), {
    x: left ? MARGIN : MARGIN + roomOf(doc) - INDENT,
    room: INDENT,
    ...BODY,
    direction,
  })
  const place = { x: left ? MARGIN + INDENT : MARGIN, room: roomOf(doc) - INDENT, ...BODY, direction }
  const body = setWords(doc, spans, place)
  makeRoom(doc, BODY.leading)
  const one = added(doc, parent, 'LI')
  write(doc, sign, added(doc, one, 'Lbl'))
  doc.y -= sign.height
  write(doc, body, added(doc, one, 'LBody'))
  one.end()
  doc.y += 3
}

type List = Extract<Part, { kind: 'bullets' | 'numbers' }>

function list(doc: Doc, root: Element, { kind, items }: List, direction: Direction): void {
  const element = doc.struct('L')
  root.add(element)
  items.forEach((spans, index) =>
    item(doc, element, kind === 'bullets' ? '• ' : `${index + 1}. `, spans, direction),
  )
  element.end()
  doc.y += BELOW - 3
}

function rule(doc: Doc): void {
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(MARGIN, doc.y)
    .lineTo(MARGIN + roomOf(doc), doc.y)
    .lineWidth(0.5)
    .stroke(RULE)
  doc.endMarkedContent()
}

/** What pdfkit takes; its types leave out the scope. */
interface CellOptions {
  title?: string
  scope?: 'Column' | 'Row'
}

/** A row stays on one page: its cells are short. */
function row(
  doc: Doc,
  parent: Element,
  cells: readonly string[],
  isHead: boolean,
  direction: Direction,
): void {
  const wide = roomOf(doc) / cells.length
  const set = cells.map((cell, column): Setting => {
    const place = { x: MARGIN + column * wide, room: wide - 2 * CELL, ...BODY, direction }
    return setWords(doc, isHead || column === 0 ? bold(words(cell)) : words(cell), place)
  })
  const height = Math.max(...set.map((one) => one.height)) + 2 * CELL
  makeRoom(doc, height)
  const top = doc.y
  const element = added(doc, parent, 'TR')
  set.forEach((one, column) => {
    const scope = isHead ? 'Column' : column === 0 ? 'Row' : undefined
    const options: CellOptions = scope ? { scope } : {}
    const cell = doc.struct(scope ? 'TH' : 'TD', options)
    element.add(cell)
    doc.y = top + CELL
    write(doc, one, cell)
    cell.end()
  })
  element.end()
  doc.y = top + height
  rule(doc)
}

function table(doc: Doc, root: Element, { head, rows }: Table, direction: Direction): void {
  const element = added(doc, root, 'Table')
  row(doc, element, head, true, direction)
  for (const cells of rows) row(doc, element, cells, false, direction)
  element.end()
  doc.y += BELOW + 4
}

export function writePart(doc: Doc, root: Element, part: Part, direction: Direction): void {
  switch (part.kind) {
    case 'heading':
      return heading(doc, root, part.level, part.spans, direction)
    case 'paragraph':
      return paragraph(doc, root, part.spans, direction)
    case 'table':
      return table(doc, root, part, direction)
    default:
      return list(doc, root, part, direction)
  }
}
