import type { Group, Role } from '../model.ts'
import { columnsBy, knownHeadings, unread, type ColumnQuestion, type Columns, type Field } from './columns.ts'
import { DELIMITERS, fieldsOf, LINE_END, splitLine, type Delimiter } from './listLines.ts'
import { groupOf, meantBy, roleOf } from './listWords.ts'
import { mailAddress } from './mail.ts'
import { cleanName, isBlank } from './names.ts'

/** One error of the list; `line` counts from 1. `suggestion` replaces what stands in `columns`. */
export interface ImportError {
  line: number
  field: Field | 'line'
  columns: number[]
  value: string
  code:
    | 'no_name'
    | 'role_name'
    | 'unknown_group'
    | 'unknown_role'
    | 'too_many_fields'
    | 'name_too_long'
    | 'group_missing'
    | 'no_address'
  suggestion: string | null
}
/** One line of the list, read. */
export interface ImportedPerson {
  name: string
  group: Group | null
  role: Role
  /** Null: the list says nothing of it. */
  mail: string | null
  /** What the list itself calls them. */
  number: string | null
}
export interface ReadPeople {
  people: ImportedPerson[]
  /** When there are any, nothing is to be imported. */
  errors: ImportError[]
  /** Asked before anything is read. */
  question: ColumnQuestion | null
  /** The columns from which nothing was read, by their headings. */
  unread: string[]
}

const LONGEST_NAME = 60
const LONGEST_NUMBER = 60
/** Columns that a list without a heading may have. */
const MOST = 4

/** A sign that a spreadsheet takes for a formula stands behind an apostrophe in lists that we wrote. */
const unguarded = (field: string): string => field.replace(/^'(?='*[=+\-@\t\r])/, '')

type Said = Record<Field, string>

function readFields(
  said: Said,
  line: number,
  { name: nameAt, group: groupAt, role: roleAt, mail: mailAt }: Columns,
): ImportedPerson | ImportError[] {
  const errors: ImportError[] = []
  const wrong = (
    field: Field,
    at: readonly number[] | number | null,
    code: ImportError['code'],
    instead: string | null = null,
  ) => {
    const columns = at === null ? [] : [at].flat()
    errors.push({ line, field, columns, value: said[field].slice(0, 80), code, suggestion: instead })
  }
  const role = said.role === '' ? 'participant' : roleOf(said.role)
  const name = cleanName(said.name, role ?? 'participant')
  if (name === '') wrong('name', nameAt, isBlank(said.name) ? 'no_name' : 'role_name')
  else if (said.name.length > LONGEST_NAME) wrong('name', nameAt, 'name_too_long', name)
  if (!role) wrong('role', roleAt, 'unknown_role', meantBy(said.role, 'role'))
  const group = groupOf(said.group)
  if (said.group !== '' && !group) wrong('group', groupAt, 'unknown_group', meantBy(said.group, 'group'))
  if (said.group === '' && role === 'participant') wrong('group', groupAt, 'group_missing')
  const mail = said.mail === '' ? null : mailAddress(said.mail)
  if (said.mail !== '' && mail === null) wrong('mail', mailAt, 'no_address')
  if (errors.length > 0 || !role) return errors
  const number = said.number.slice(0, LONGEST_NUMBER)
  return {
    name,
    role,
    group: role === 'participant' ? group : null,
    mail,
    number: number === '' ? null : number,
  }
}

function readLine(fields: readonly string[], line: number, columns: Columns): ImportedPerson | ImportError[] {
  const at = (column: number | null) => unguarded((column === null ? undefined : fields[column]) ?? '')
  const said = {
    name: columns.name.map(at).join(' ').replace(/ +/g, ' ').trim(),
    group: at(columns.group),
    role: at(columns.role),
    mail: at(columns.mail),
    number: at(columns.number),
  }
  const read = readFields(said, line, columns)
  if (columns.heading || fields.slice(MOST).every((field) => field === '')) return read
  const value = fields.join(' ').slice(0, 80)
  const code = 'too_many_fields'
  const tooMany: ImportError = { line, field: 'line', columns: [], value, code, suggestion: null }
  return Array.isArray(read) ? [tooMany, ...read] : [tooMany]
}

/** The sign that separates: by the heading, else by what the lines have. A name may have a comma in it. */
function delimiterOf(lines: readonly string[]): Delimiter {
  const known = (each: Delimiter) => knownHeadings(fieldsOf(lines[0] ?? '', each))
  const [best = ';'] = DELIMITERS.toSorted((one, other) => known(other) - known(one))
  if (known(best) > 0 && lines[0]?.includes(best)) return best
  const plain = ([';', '\t'] as const).find((each) => lines.some((line) => line.includes(each)))
  if (plain) return plain
  const saying = lines.filter((line) => {
    const [, group = '', role = ''] = fieldsOf(line, ',')
    return groupOf(group) ?? roleOf(role)
  })
  return saying.length * 2 > lines.length ? ',' : ';'
}

const isQuestion = (found: Columns | ColumnQuestion): found is ColumnQuestion => 'asks' in found

/** Read a list, one person a line. Empty lines and a heading are passed over; `chosen` answers what was asked before. */
export function readPeople(text: string, chosen: Columns | null = null): ReadPeople {
  const filled = text
    .replace(/^\uFEFF/, '')
    .split(LINE_END)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => /[^\s;,"]/.test(line))
  const delimiter = delimiterOf(filled.map(({ line }) => line))
  const rows = filled.map(({ line, number }) => ({ fields: splitLine(line, delimiter).fields, number }))
  const first = rows[0]?.fields ?? []
  const found =
    chosen ??
    columnsBy(
      first,
      rows.slice(1).map(({ fields }) => fields),
    )
  if (isQuestion(found)) return { people: [], errors: [], question: found, unread: [] }
  const people: ImportedPerson[] = []
  const errors: ImportError[] = []
  for (const { fields, number } of found.heading ? rows.slice(1) : rows) {
    const read = readLine(fields, number, found)
    if (Array.isArray(read)) errors.push(...read)
    else people.push(read)
  }
  return { people, errors, question: null, unread: unread(first, found) }
}
