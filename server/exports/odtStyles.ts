import type { DocumentModel, Level } from './model.ts'
import { tag } from './xml.ts'

/** Names of the styles, as word processors know them, so that whoever opens the file can change them in one place. */
export const STYLES = {
  body: 'Text_20_body',
  heading: 'Heading_20_',
  item: 'List_20_Contents',
  head: 'Table_20_Heading',
  cell: 'Table_20_Contents',
  strong: 'Strong_20_Emphasis',
  em: 'Emphasis',
  strongEm: 'Strong_20_and_20_Emphasis',
  bullets: 'List_20_1',
  numbers: 'Numbering_20_1',
} as const

const NAMESPACES = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'office:version': '1.3',
}
const COUNTRIES: Record<string, string> = { nl: 'NL', en: 'GB' }
const SIZES: Record<Level, string> = { 1: '22pt', 2: '17pt', 3: '13pt', 4: '11pt' }
const LEVELS: readonly Level[] = [1, 2, 3, 4]

const display = (name: string): string => name.replaceAll('_20_', ' ')

const style = (name: string, family: string, more: Record<string, string>, inside: string): string =>
  tag(
    'style:style',
    { 'style:name': name, 'style:display-name': display(name), 'style:family': family, ...more },
    inside,
  )

const words = (attributes: Record<string, string>): string => tag('style:text-properties', attributes)
const around = (attributes: Record<string, string>): string => tag('style:paragraph-properties', attributes)

const BOLD = { 'fo:font-weight': 'bold' }
const ITALIC = { 'fo:font-style': 'italic' }

const headings = (): string =>
  LEVELS.map((level) =>
    style(
      `${STYLES.heading}${level}`,
      'paragraph',
      { 'style:next-style-name': STYLES.body, 'style:default-outline-level': String(level) },
      around({ 'fo:margin-top': '14pt', 'fo:margin-bottom': '4pt', 'fo:keep-with-next': 'always' }) +
        words({ ...BOLD, 'fo:font-size': SIZES[level] }),
    ),
  ).join('')

function listStyle(name: string, level: string, attributes: Record<string, string>): string {
  const indent = tag(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    tag('style:list-level-label-alignment', {
      'text:label-followed-by': 'listtab',
      'fo:margin-left': '0.6cm',
      'fo:text-indent': '-0.6cm',
    }),
  )
  const one = tag(level, { 'text:level': 1, ...attributes }, indent)
  return tag('text:list-style', { 'style:name': name, 'style:display-name': display(name) }, one)
}

function defaults({ language, direction }: DocumentModel): string {
  const write = around({ 'style:writing-mode': direction === 'rtl' ? 'rl-tb' : 'lr-tb' })
  const speak = words({
    'fo:language': language,
    'fo:country': COUNTRIES[language] ?? 'none',
    'fo:font-size': '11pt',
  })
  return tag('style:default-style', { 'style:family': 'paragraph' }, write + speak)
}

export function styles(model: DocumentModel): string {
  const body = around({ 'fo:margin-bottom': '6pt', 'fo:line-height': '130%' })
  const all = [
    defaults(model),
    style(STYLES.body, 'paragraph', {}, body),
    style(STYLES.item, 'paragraph', {}, body),
    style(STYLES.cell, 'paragraph', {}, around({ 'fo:margin-bottom': '2pt' })),
    style(STYLES.head, 'paragraph', {}, words(BOLD)),
    headings(),
    style(STYLES.strong, 'text', {}, words(BOLD)),
    style(STYLES.em, 'text', {}, words(ITALIC)),
    style(STYLES.strongEm, 'text', {}, words({ ...BOLD, ...ITALIC })),
    listStyle(STYLES.bullets, 'text:list-level-style-bullet', { 'text:bullet-char': '•' }),
    listStyle(STYLES.numbers, 'text:list-level-style-number', {
      'style:num-suffix': '.',
      'style:num-format': '1',
    }),
  ]
  return tag('office:document-styles', NAMESPACES, tag('office:styles', {}, all.join('')))
}
