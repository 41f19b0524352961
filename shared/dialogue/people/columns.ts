import { groupOf, meantBy, roleOf } from './listWords.ts'
import { mailAddress } from './mail.ts'

/** Which column of a list says what. */

export type Field = 'name' | 'group' | 'role' | 'mail' | 'number'

/** Columns by their place, from 0. A name may stand in several, one behind the other. */
export interface Columns {
  /** The first line names the columns. */
  heading: boolean
  name: number[]
  group: number | null
  role: number | null
  mail: number | null
  /** What the list itself calls somebody, in figures or letters: who has the same is the same. */
  number: number | null
}

/** What we do not guess: which of these columns says what. */
export interface ColumnQuestion {
  headings: string[]
  asks: Field[]
  /** As far as it is known. */
  known: Columns
  /** The parts of a name in their order, where there are several. */
  parts: number[]
}

const NAMES: Record<Field, RegExp> = {
  name: /^(?:naam|name|volledigenaam|roepnaam|naamdeelnemer)$/,
  group: /^(?:groep.*|group|doelgroep)$/,
  role: /^(?:rol|role|rolindedialoog|rolinhetgesprek)$/,
  mail: /^e?mail(?:adres|address)?$/,
  number: /^(?:kenmerk|id|deelnemernummer|relatienummer|persoonsnummer)$/,
}
const PARTS = [/^voornaa?m(?:en)?$/, /^(?:tussenvoegsels?|voorvoegsels?)$/, /^(?:achternaam|familienaam)$/]

const plain = (heading: string): string =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** The columns of a list without a heading. */
export const IN_ORDER: Columns = { heading: false, name: [0], group: 1, role: 2, mail: 3, number: null }

const find = (headings: readonly string[], pattern: RegExp): number | null => {
  const at = headings.findIndex((heading) => pattern.test(plain(heading)))
  return at < 0 ? null : at
}

const partsOf = (headings: readonly string[]): number[] =>
  PARTS.flatMap((pattern) => find(headings, pattern) ?? [])

/** How many of these are headings that we know. */
export const knownHeadings = (fields: readonly string[]): number =>
  [...Object.values(NAMES), ...PARTS].filter((pattern) => find(fields, pattern) !== null).length

function named(headings: readonly string[]): Columns {
  const whole = find(headings, NAMES.name)
  const parts = partsOf(headings)
  return {
    heading: true,
    name: whole === null ? (parts.length === 1 ? parts : []) : [whole],
    group: find(headings, NAMES.group),
    role: find(headings, NAMES.role),
    mail: find(headings, NAMES.mail),
    number: find(headings, NAMES.number),
  }
}

const isUsed = ({ name, group, role, mail, number }: Columns, at: number): boolean =>
  name.includes(at) || [group, role, mail, number].includes(at)

/** The headings of columns from which nothing is read. */
export const unread = (headings: readonly string[], columns: Columns): string[] =>
  columns.heading ? headings.filter((heading, at) => heading !== '' && !isUsed(columns, at)) : []

/** A first line that can be nobody: neither its group nor its role means anything. */
function looksLikeHeading([, group = '', role = '']: readonly string[]): boolean {
  if (group === '' || groupOf(group) || meantBy(group, 'group')) return false
  return role === '' || (roleOf(role) === null && meantBy(role, 'role') === null)
}

/** Something in a column that nobody named says what we know the words of. */
const LOOKS: Partial<Record<Field, (cell: string) => boolean>> = {
  role: (cell) => roleOf(cell) !== null,
  mail: (cell) => mailAddress(cell) !== null,
}

/** What has to be asked: who is who always, the rest where a column without a known name seems to say it. */
function toAsk(known: Columns, headings: readonly string[], rows: readonly string[][]): Field[] {
  const free = headings.map((_heading, at) => at).filter((at) => !isUsed(known, at))
  const seems = (field: 'role' | 'mail') =>
    known[field] === null && rows.some((row) => free.some((at) => LOOKS[field]?.(row[at] ?? '') ?? false))
  return [
    ...(known.name.length === 0 ? (['name'] as const) : []),
    ...(known.group === null && free.length > (known.name.length === 0 ? 1 : 0) ? (['group'] as const) : []),
    ...(['role', 'mail'] as const).filter(seems),
  ]
}

/** The columns as the first line names them, or what has to be asked about them. `rows`: the lines after it. */
export function columnsBy(first: readonly string[], rows: readonly string[][]): Columns | ColumnQuestion {
  if (knownHeadings(first) === 0 && (rows.length === 0 || !looksLikeHeading(first))) return IN_ORDER
  const known = named(first)
  const asks = toAsk(known, first, rows)
  return asks.length === 0 ? known : { headings: [...first], asks, known, parts: partsOf(first) }
}
