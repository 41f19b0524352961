import { DOCUMENT_LIMITS } from './limits.ts'

/** What the document schema holds, as plain data: paragraphs and lists of one level, with a few marks. */

export type Mark = 'strong' | 'em' | { link: string }

export interface Span {
  text: string
  /** In one fixed order: link, strong, em. */
  marks: readonly Mark[]
}

export type Block =
  | { kind: 'paragraph'; spans: readonly Span[] }
  | { kind: 'bullets' | 'numbers'; items: readonly (readonly Span[])[] }

export type ListKind = Exclude<Block['kind'], 'paragraph'>

export type RichText = readonly Block[]

/** Where a link may lead; nothing that runs in a page. */
const LINK = /^(https?:\/\/|mailto:)[^\s\p{C}]+$/iu

export const isLink = (address: string): boolean => LINK.test(address)

/** A link that may also be written: no longer than the server takes. */
export const mayBeLink = (address: string): boolean =>
  address.length <= DOCUMENT_LIMITS.line && isLink(address)

export const linkOf = (span: Span): string | undefined => {
  for (const mark of span.marks) if (typeof mark === 'object') return mark.link
  return undefined
}

export const textOf = (spans: readonly Span[]): string => spans.map((span) => span.text).join('')

/** The lines of a block as they are read aloud; an item of a list is a line. */
export const linesOf = (block: Block): readonly (readonly Span[])[] =>
  block.kind === 'paragraph' ? [block.spans] : block.items

const marker = (block: Block, index: number): string =>
  block.kind === 'numbers' ? `${index + 1}. ` : block.kind === 'bullets' ? '- ' : ''

/** Without marks: paragraphs by a blank line, items as "- …" and "1. …". */
export const plain = (text: RichText): string =>
  text
    .map((block) =>
      linesOf(block)
        .map((spans, index) => marker(block, index) + textOf(spans))
        .join('\n'),
    )
    .join('\n\n')

/** How long it is for whoever writes it: the words, and the end of each line but the last. */
export const charactersIn = (text: RichText): number => text.flatMap(linesOf).map(textOf).join('\n').length

/** Title, text and reason. */
interface Written {
  title: string
  text: RichText
  why: RichText
}

/** Nobody has written anything yet. */
export const isBlank = ({ title, text, why }: Written): boolean =>
  title.trim() === '' && text.length === 0 && why.length === 0

/** Paragraphs without marks. */
export const paragraphs = (...texts: string[]): RichText =>
  texts.map((text) => ({ kind: 'paragraph', spans: text === '' ? [] : [{ text, marks: [] }] }))
