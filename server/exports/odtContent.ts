import { linkOf, type Block, type Span } from '../../shared/agreement/richText.ts'
import type { DocumentModel, Part, Table } from './model.ts'
import { STYLES } from './odtStyles.ts'
import { tag, text } from './xml.ts'

const NAMESPACES = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'office:version': '1.3',
}

function styleOf({ marks }: Span): string | undefined {
  const [strong, em] = [marks.includes('strong'), marks.includes('em')]
  if (strong && em) return STYLES.strongEm
  return strong ? STYLES.strong : em ? STYLES.em : undefined
}

/** Spaces at the ends of a paragraph and several in a row are lost in XML; canonical words have neither. */
function span(one: Span): string {
  const style = styleOf(one)
  const words =
    style === undefined ? text(one.text) : tag('text:span', { 'text:style-name': style }, text(one.text))
  const link = linkOf(one)
  return link === undefined ? words : tag('text:a', { 'xlink:type': 'simple', 'xlink:href': link }, words)
}

const line = (spans: readonly Span[]): string => spans.map(span).join('')
const paragraph = (style: string, inside: string): string =>
  tag('text:p', { 'text:style-name': style }, inside)

function list(block: Exclude<Block, { kind: 'paragraph' }>): string {
  const items = block.items.map((item) => tag('text:list-item', {}, paragraph(STYLES.item, line(item))))
  return tag('text:list', { 'text:style-name': STYLES[block.kind] }, items.join(''))
}

function row(cells: readonly string[], style: string): string {
  const written = cells.map((cell) =>
    tag('table:table-cell', { 'office:value-type': 'string' }, paragraph(style, text(cell))),
  )
  return tag('table:table-row', {}, written.join(''))
}

function table({ head, rows }: Table, index: number): string {
  const columns = tag('table:table-column', { 'table:number-columns-repeated': head.length })
  const header = tag('table:table-header-rows', {}, row(head, STYLES.head))
  const body = rows.map((cells) => row(cells, STYLES.cell)).join('')
  return tag('table:table', { 'table:name': `Table${index}` }, columns + header + body)
}

function part(one: Part, index: number): string {
  switch (one.kind) {
    case 'heading': {
      const attributes = {
        'text:style-name': `${STYLES.heading}${one.level}`,
        'text:outline-level': one.level,
      }
      return tag('text:h', attributes, line(one.spans))
    }
    case 'paragraph':
      return paragraph(STYLES.body, line(one.spans))
    case 'table':
      return table(one, index)
    default:
      return list(one)
  }
}

export const content = ({ parts }: DocumentModel): string =>
  tag(
    'office:document-content',
    NAMESPACES,
    tag('office:body', {}, tag('office:text', {}, parts.map(part).join(''))),
  )
