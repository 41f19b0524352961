import type { AgreementText, TableText } from '../../shared/agreement/document.ts'
import { isBlank } from '../../shared/agreement/text.ts'
import type { GovernmentRole } from '../../shared/dialogue/model.ts'

export interface ExportTable {
  number: number
  role: GovernmentRole
  /** The role's name in words, as it stands in the heading. */
  roleName: string
  agreements: TableText
}
export interface ExportInput {
  title: string
  /** Milliseconds; null when the dialogue has no date. */
  date: number | null
  tables: ExportTable[]
}

const dateWords = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Amsterdam',
})
const dateIso = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' })

/** Signs that mean something to Markdown anywhere in a line; without `[` and `<` there are no links, pictures or tags. */
const ANYWHERE = /[\\`*_[\]#|~$^]/g
/** Signs that begin a list, a line, a definition or an underlined heading, but only at the start. */
const AT_START = /^([-+=:]|\d+(?=[.)]))/

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** What a person typed, as words and nothing else, on one line; an ordinary sentence comes out as it was. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ANYWHERE, '\\$&')
    .replace(/[<>&]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(AT_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))

const written = (tables: ExportTable[]): ExportTable[] =>
  tables.map((table) => ({
    ...table,
    agreements: table.agreements.filter((agreement) => !isBlank(agreement)),
  }))

function agreementLines(agreement: AgreementText, number: number): string[] {
  const title = escapeMarkdown(agreement.title) || 'Zonder titel'
  const lines = [`### ${number}. ${title}`, '']
  for (const paragraph of agreement.text) if (paragraph.trim()) lines.push(escapeMarkdown(paragraph), '')
  const why = agreement.why.filter((paragraph) => paragraph.trim())
  if (why.length > 0) lines.push('**Waarom**', '')
  for (const paragraph of why) lines.push(escapeMarkdown(paragraph), '')
  return lines
}

/** All agreements as Markdown, numbered through, as they stand; for people. Dutch, the language of the dialogue. */
export function exportMarkdown(input: ExportInput): string {
  const lines = [`# ${escapeMarkdown(input.title)}`, '']
  if (input.date !== null) lines.push(dateWords.format(input.date), '')
  let number = 0
  for (const table of written(input.tables)) {
    lines.push(`## Tafel ${table.number}: ${escapeMarkdown(table.roleName)}`, '')
    if (table.agreements.length === 0) lines.push('Hier staat nog geen afspraak.', '')
    for (const agreement of table.agreements) lines.push(...agreementLines(agreement, ++number))
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** The same as data, for other software: `date` is `YYYY-MM-DD`; `text` and `why` are paragraphs. */
export function exportJson(input: ExportInput): string {
  let number = 0
  const tables = written(input.tables).map((table) => ({
    table: table.number,
    role: table.role,
    roleName: table.roleName,
    agreements: table.agreements.map(({ title, text, why }) => ({ number: ++number, title, text, why })),
  }))
  const date = input.date === null ? null : dateIso.format(input.date)
  return `${JSON.stringify({ format: 'dialoogtafel-1', title: input.title, date, tables }, null, 2)}\n`
}
