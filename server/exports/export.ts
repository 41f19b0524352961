import type { TableText } from '../../shared/agreement/document.ts'
import { numbered, type NumberedAgreement } from '../../shared/agreement/numbered.ts'
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

const numberedIn = ({ tables }: ExportInput) => numbered(tables, (table) => table.agreements)

function agreementLines({ number, agreement }: NumberedAgreement): string[] {
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
  for (const { table, agreements } of numberedIn(input)) {
    lines.push(`## Tafel ${table.number}: ${escapeMarkdown(table.roleName)}`, '')
    if (agreements.length === 0) lines.push('Hier staat nog geen afspraak.', '')
    for (const item of agreements) lines.push(...agreementLines(item))
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** The same as data, for other software: `date` is `YYYY-MM-DD`; `text` and `why` are paragraphs. */
export function exportJson(input: ExportInput): string {
  const tables = numberedIn(input).map(({ table, agreements }) => ({
    table: table.number,
    role: table.role,
    roleName: table.roleName,
    agreements: agreements.map(({ number, agreement: { title, text, why } }) => ({
      number,
      title,
      text,
      why,
    })),
  }))
  const date = input.date === null ? null : dateIso.format(input.date)
  return `${JSON.stringify({ format: 'dialoogtafel-1', title: input.title, date, tables }, null, 2)}\n`
}
