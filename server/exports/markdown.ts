import { inline, lineOf } from './markdownInline.ts'
import { words, type DocumentModel, type Part, type Table } from './model.ts'

const cell = (text: string): string => inline(words(text))
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

const table = ({ head, rows }: Table): string =>
  [row(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(row)].join('\n')

function written(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${inline(part.spans)}`
    case 'paragraph':
      return lineOf(part.spans)
    case 'bullets':
      return part.items.map((item) => `- ${lineOf(item)}`).join('\n')
    case 'numbers':
      return part.items.map((item, index) => `${index + 1}. ${lineOf(item)}`).join('\n')
    case 'table':
      return table(part)
  }
}

/** CommonMark, with the tables of GitHub; what people wrote is words and nothing else. */
export const markdown = (model: DocumentModel): string => `${model.parts.map(written).join('\n\n')}\n`
