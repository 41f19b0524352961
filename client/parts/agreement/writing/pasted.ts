import {
  linkOf,
  linesOf,
  type ListKind,
  type Mark,
  type RichText,
  type Span,
} from '../../../../shared/agreement/richText.ts'
import { createLines, type Lines } from './lines.ts'
import { isDropped, isLine, keepsLines, marksIn, nameOf, withoutStyles, wordItem } from './markup.ts'

/** Where the walk is: how words are marked here, in which list, and whether within an item of it. */
interface Place {
  marks: readonly Mark[]
  list: ListKind | null
  inItem: boolean
  keepsLines: boolean
}

/**
 * What a text of ours can hold of something copied elsewhere: paragraphs, lists of one level, strong, emphasis and links.
 * Headings and cells become paragraphs; pictures, styles and whatever runs leave nothing.
 */
export function pasted(html: string): RichText {
  // a document of its own, in which nothing runs and nothing is fetched
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  const lines = createLines()
  walk(body, { marks: [], list: null, inItem: false, keepsLines: false }, lines)
  lines.end(null)
  return lines.text()
}

function walk(parent: Element, place: Place, lines: Lines): void {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) addText(node.textContent ?? '', place, lines)
    else if (node instanceof Element && !isDropped(node)) enter(node, place, lines)
  }
}

function addText(text: string, place: Place, lines: Lines): void {
  const parts = place.keepsLines ? text.split(/\r\n?|\n/) : [text]
  parts.forEach((part, index) => {
    if (index > 0) endLine(place, lines)
    lines.add(part, place.marks)
  })
}

/** An item is one paragraph: within it a new line is a space. */
function endLine({ list, inItem }: Place, lines: Lines): void {
  if (inItem) lines.add(' ', [])
  else lines.end(list)
}

function enter(element: Element, around: Place, lines: Lines): void {
  const place = {
    ...around,
    marks: marksIn(element, around.marks),
    keepsLines: around.keepsLines || keepsLines(element),
  }
  const list = listOf(element, around, lines)
  if (list) {
    lines.end(around.list)
    walk(element, { ...place, list: list.kind, inItem: list.inItem }, lines)
    lines.end(list.kind)
  } else if (isLine(element) || nameOf(element) === 'br') {
    endLine(around, lines)
    walk(element, place, lines)
    endLine(around, lines)
  } else walk(element, place, lines)
}

/** The list that begins here, or whose item this is; a list in a list is one with it. */
function listOf(element: Element, { list }: Place, lines: Lines): { kind: ListKind; inItem: boolean } | null {
  const name = nameOf(element)
  if (name === 'ul' || name === 'menu') return { kind: list ?? 'bullets', inItem: false }
  if (name === 'ol') return { kind: list ?? 'numbers', inItem: false }
  if (name === 'li') return { kind: list ?? 'bullets', inItem: true }
  const word = wordItem(element)
  const outer = word && word.level > 1 ? lines.lastList() : null
  return word && { kind: outer ?? word.kind, inItem: true }
}

const TAGS = { paragraph: 'p', bullets: 'ul', numbers: 'ol' } as const

/** A text as markup of nothing but the schema's own tags. */
export function markupOf(text: RichText): string {
  const { body } = document.implementation.createHTMLDocument('')
  for (const block of text) {
    const outer = put(body, TAGS[block.kind])
    for (const line of linesOf(block)) {
      const parent = block.kind === 'paragraph' ? outer : put(put(outer, 'li'), 'p')
      for (const span of line) putSpan(parent, span)
    }
  }
  return body.innerHTML
}

const put = (parent: Element, name: string): Element =>
  parent.appendChild(parent.ownerDocument.createElement(name))

function putSpan(parent: Element, span: Span): void {
  const href = linkOf(span)
  let inner = parent
  if (href !== undefined) {
    inner = put(inner, 'a')
    inner.setAttribute('href', href)
  }
  for (const mark of span.marks) if (typeof mark === 'string') inner = put(inner, mark)
  inner.append(span.text)
}
