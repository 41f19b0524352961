import * as Y from 'yjs'
import { isLink, type Block, type Mark, type RichText, type Span } from './richText.ts'

/** Names in the document's schema: the editor, the server's check and every export hold the same few. */
export const PARAGRAPH = 'paragraph'
export const BULLETS = 'bullets'
export const NUMBERS = 'numbers'
export const ITEM = 'item'
export const STRONG = 'strong'
export const EM = 'em'
export const LINK = 'link'

type Attributes = Readonly<Record<string, unknown>>

/** The marks of a stretch of text, link first; what is not ours is left out. */
function marksOf(attributes: Attributes): Mark[] {
  const link: unknown = attributes[LINK]
  const href: unknown = typeof link === 'object' && link !== null ? Reflect.get(link, 'href') : null
  const marks: Mark[] = typeof href === 'string' && isLink(href) ? [{ link: href }] : []
  if (attributes[STRONG]) marks.push('strong')
  if (attributes[EM]) marks.push('em')
  return marks
}

const attributesOf = (marks: readonly Mark[]): Attributes =>
  Object.fromEntries(
    marks.map((mark) => (typeof mark === 'string' ? [mark, {}] : [LINK, { href: mark.link }])),
  )

interface Part {
  insert?: unknown
  attributes?: Attributes
}

function spansOf(node: Y.XmlElement): Span[] {
  const texts = node.toArray().filter((part) => part instanceof Y.XmlText)
  const parts: Part[] = texts.flatMap((text) => text.toDelta() as Part[])
  return parts.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ text: insert, marks: marksOf(attributes ?? {}) }] : [],
  )
}

const elementsOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter((node) => node instanceof Y.XmlElement)

const paragraphsIn = (item: Y.XmlElement): Span[] => elementsOf(item).flatMap(spansOf)

function blockOf(node: Y.XmlElement): Block {
  const { nodeName } = node
  if (nodeName !== BULLETS && nodeName !== NUMBERS) return { kind: 'paragraph', spans: spansOf(node) }
  return { kind: nodeName, items: elementsOf(node).map(paragraphsIn) }
}

const isEmpty = (block: Block): boolean =>
  block.kind === 'paragraph' && block.spans.every(({ text }) => text.trim() === '')

/** A field as plain data, without the empty paragraphs at its end. */
export function readBlocks(fragment: Y.XmlFragment): RichText {
  const blocks = elementsOf(fragment).map(blockOf)
  return blocks.slice(0, blocks.findLastIndex((block) => !isEmpty(block)) + 1)
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

function paragraph(spans: readonly Span[]): Y.XmlElement {
  const text = new Y.XmlText()
  text.applyDelta(spans.map((span) => ({ insert: span.text, attributes: attributesOf(span.marks) })))
  return element(PARAGRAPH, [text])
}

/** Puts these blocks at the end of a field. */
export function writeBlocks(fragment: Y.XmlFragment, blocks: RichText): void {
  const made = blocks.map((block) =>
    block.kind === 'paragraph'
      ? paragraph(block.spans)
      : element(
          block.kind,
          block.items.map((spans) => element(ITEM, [paragraph(spans)])),
        ),
  )
  fragment.insert(fragment.length, made)
}
