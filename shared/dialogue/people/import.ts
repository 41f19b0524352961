import { distance } from 'fastest-levenshtein'
import Papa from 'papaparse'
import type { Group, Role } from '../model.ts'
import { cleanName, isBlank } from './names.ts'

/** One error of the pasted list; `line` counts from 1. `suggestion` replaces the faulty field. */
export interface ImportError {
  line: number
  field: 'name' | 'group' | 'role' | 'line'
  value: string
  code:
    | 'no_name'
    | 'role_name'
    | 'unknown_group'
    | 'unknown_role'
    | 'too_many_fields'
    | 'name_too_long'
    | 'group_missing'
  suggestion: string | null
}
/** One line of the list, read. */
export interface ImportedPerson {
  name: string
  group: Group | null
  role: Role
}
export interface ReadPeople {
  people: ImportedPerson[]
  /** When there are any, nothing is to be imported. */
  errors: ImportError[]
}

const GROUP_WORDS: Record<string, Group> = {
  inwoner: 'inwoner',
  college: 'college',
  raad: 'raad',
  ambtenaar: 'ambtenaar',
}
const ROLE_WORDS: Record<string, Role> = {
  deelnemer: 'participant',
  begeleider: 'facilitator',
  procesbegeleider: 'facilitator',
  helper: 'helper',
  'digitale helper': 'helper',
  tolk: 'interpreter',
  toehoorder: 'observer',
  organisator: 'organiser',
  griffier: 'clerk',
}
/** Words people use for a group or a role; offered as a suggestion, never taken silently. */
const MEANT: Record<string, string> = {
  bestuur: 'college',
  wethouder: 'college',
  burgemeester: 'college',
  bewoner: 'inwoner',
  burger: 'inwoner',
  gemeenteraad: 'raad',
  raadslid: 'raad',
  raadsleden: 'raad',
  medewerker: 'ambtenaar',
  gemeente: 'ambtenaar',
  gespreksleider: 'begeleider',
  facilitator: 'begeleider',
  gast: 'deelnemer',
  luisteraar: 'toehoorder',
  organisatie: 'organisator',
  griffie: 'griffier',
}
const LONGEST_NAME = 60
const FIELDS = 3

function meantBy(word: string, known: readonly string[]): string | null {
  const meant = MEANT[word]
  if (meant !== undefined && known.includes(meant)) return meant
  const near = known
    .map((each) => ({ each, far: distance(word, each) }))
    .filter(({ each, far }) => far <= 2 || word.startsWith(each))
    .toSorted((a, b) => a.far - b.far)
  return near[0]?.each ?? null
}

/** A line's fields, quoted or not; a list pasted from a spreadsheet has tabs. A quote that is never closed is a sign like any other. */
function split(line: string): { fields: string[]; delimiter: string } {
  for (const delimiter of [';', '\t']) {
    const { data, errors } = Papa.parse<string[]>(line, { delimiter })
    const fields = data[0] ?? []
    if (errors.length === 0 && fields.length > 1) return { fields, delimiter }
  }
  const delimiter = line.includes(';') ? ';' : '\t'
  return { fields: line.split(delimiter), delimiter }
}

const COLUMN = { name: 0, group: 1, role: 2 } as const

/** The line with what was probably meant in place of the faulty field. */
export function mendLine(line: string, { field, suggestion }: ImportError): string {
  if (suggestion === null) return line
  if (field === 'line') return suggestion
  const { fields, delimiter } = split(line)
  while (fields.length <= COLUMN[field]) fields.push('')
  fields[COLUMN[field]] = suggestion
  return Papa.unparse([fields], { delimiter })
}

const isHeading = ([name = '', group = '']: readonly string[]) =>
  /^naam$/i.test(name) && /^groep/i.test(group)

function readLine(line: string, fields: readonly string[], number: number): ImportedPerson | ImportError[] {
  const [rawName = '', rawGroup = '', rawRole = ''] = fields
  const errors: ImportError[] = []
  const wrong = (
    field: ImportError['field'],
    value: string,
    code: ImportError['code'],
    instead: string | null = null,
  ) => errors.push({ line: number, field, value: value.slice(0, 80), code, suggestion: instead })

  if (fields.slice(FIELDS).some((field) => field !== '')) wrong('line', line, 'too_many_fields')
  const roleWord = rawRole.toLocaleLowerCase('nl')
  const role = roleWord === '' ? 'participant' : ROLE_WORDS[roleWord]
  const name = cleanName(rawName, role)
  if (name === '') wrong('name', rawName, isBlank(rawName) ? 'no_name' : 'role_name')
  else if (rawName.length > LONGEST_NAME) wrong('name', rawName, 'name_too_long', name)
  if (!role) wrong('role', rawRole, 'unknown_role', meantBy(roleWord, Object.keys(ROLE_WORDS)))
  const groupWord = rawGroup.toLocaleLowerCase('nl')
  const group = GROUP_WORDS[groupWord] ?? null
  if (groupWord !== '' && !group) {
    wrong('group', rawGroup, 'unknown_group', meantBy(groupWord, Object.keys(GROUP_WORDS)))
  }
  if (groupWord === '' && role === 'participant') wrong('group', '', 'group_missing')
  if (errors.length > 0 || !role) return errors
  return { name, role, group: role === 'participant' ? group : null }
}

/** Read a pasted list, one person a line as `naam;groep;rol`. Empty lines and a heading are passed over. */
export function readPeople(text: string): ReadPeople {
  const people: ImportedPerson[] = []
  const errors: ImportError[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const fields = split(line).fields.map((field) => field.trim())
    if (line.trim() === '' || isHeading(fields)) continue
    const read = readLine(line, fields, index + 1)
    if (Array.isArray(read)) errors.push(...read)
    else people.push(read)
  }
  return { people, errors }
}
