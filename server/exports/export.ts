import type { Words } from '../../shared/agreement/canonical.ts'
import { linesOf, plain, textOf, type Block, type RichText } from '../../shared/agreement/richText.ts'
import type { GovernmentRole } from '../../shared/dialogue/model.ts'
import { isoDay } from '../../shared/dialogue/session/moment.ts'
import { dayWords } from './dayWords.ts'
import { lineOf } from './markdownInline.ts'
import { words } from './model.ts'

export interface ExportTable {
  number: number
  role: GovernmentRole
  /** The role's name in words, as it stands in the heading. */
  roleName: string
  /** The table's text is damaged: only what was fixed before is here. */
  unread: boolean
  /** By number, and with the words as they stand now. */
  agreements: ExportAgreement[]
}
export interface ExportAgreement extends Words {
  number: number
  /** What was merged into it, by number and table; none for what was written at this table. */
  mergedFrom: { number: number; table: number }[]
}
export interface ExportInput {
  title: string
  /** Milliseconds; null when the dialogue has no date. */
  date: number | null
  tables: ExportTable[]
}

/** What a person typed, as words and nothing else, on one line; an ordinary sentence comes out as it was. */
export const escapeMarkdown = (text: string): string => lineOf(words(text.replace(/\s+/g, ' ').trim()))

const SIGNS = { paragraph: () => '', bullets: () => '- ', numbers: (index: number) => `${index + 1}. ` }

function blockLines(block: Block): string[] {
  const lines = linesOf(block).map((spans, index) => [
    SIGNS[block.kind](index),
    escapeMarkdown(textOf(spans)),
  ])
  const said = lines.filter(([, line]) => line !== '').map((line) => line.join(''))
  return said.length > 0 ? [...said, ''] : []
}

const fromLine = ({ number, table }: ExportAgreement['mergedFrom'][number]): string =>
  `afspraak ${number} van tafel ${table}`

function agreementLines({ number, mergedFrom, ...written }: ExportAgreement): string[] {
  const title = escapeMarkdown(written.title) || 'Zonder titel'
  const lines = [`### ${number}. ${title}`, '']
  const why = written.why.flatMap(blockLines)
  return [
    ...lines,
    ...written.text.flatMap(blockLines),
    ...(why.length > 0 ? ['**Waarom**', '', ...why] : []),
    ...(mergedFrom.length > 0 ? [`Samengevoegd: ${mergedFrom.map(fromLine).join(', ')}.`, ''] : []),
  ]
}

const UNREAD = 'De tekst van deze tafel kon niet worden gelezen. Hier staat alleen wat al vaststond.'

/** All agreements as Markdown, numbered through, as they stand; for people. Dutch, the language of the dialogue. */
export function exportMarkdown(input: ExportInput): string {
  const lines = [`# ${escapeMarkdown(input.title)}`, '']
  if (input.date !== null) lines.push(dayWords(input.date, 'nl'), '')
  for (const { number, roleName, unread, agreements } of input.tables) {
    lines.push(`## Tafel ${number}: ${escapeMarkdown(roleName)}`, '')
    if (unread) lines.push(UNREAD, '')
    else if (agreements.length === 0) lines.push('Hier staat nog geen afspraak.', '')
    for (const item of agreements) lines.push(...agreementLines(item))
  }
  return `${lines.join('\n').trimEnd()}\n`
}

const paragraphsOf = (text: RichText): string[] => text.flatMap((block) => plain([block]).split('\n'))

/** The same as data, for other software: `date` is `YYYY-MM-DD`; `text` and `why` are paragraphs; `unread`: the table's text could not be read. */
export function exportJson(input: ExportInput): string {
  const tables = input.tables.map(({ number: table, role, roleName, unread, agreements }) => ({
    table,
    role,
    roleName,
    unread,
    agreements: agreements.map(({ number, mergedFrom, title, text, why }) => ({
      number,
      title,
      text: paragraphsOf(text),
      why: paragraphsOf(why),
      mergedFrom,
    })),
  }))
  const date = input.date === null ? null : isoDay(input.date)
  return `${JSON.stringify({ format: 'dialoogtafel-1', title: input.title, date, tables }, null, 2)}\n`
}
