import type { ImportError } from '../protocol.ts'
import type { Group, Role } from './model.ts'
import { cleanName } from './names.ts'

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
  tolk: 'interpreter',
  toehoorder: 'observer',
  organisator: 'organiser',
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
}
const LONGEST_NAME = 60
const FIELDS = 3

/** Number of letters to change, add or leave out to get from one word to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[to.length] ?? 0
}

function suggestion(word: string, known: readonly string[]): string | null {
  const meant = MEANT[word]
  if (meant !== undefined && known.includes(meant)) return meant
  const near = known
    .map((each) => ({ each, far: distance(word, each) }))
    .filter(({ each, far }) => far <= 2 || word.startsWith(each))
    .toSorted((a, b) => a.far - b.far)
  return near[0]?.each ?? null
}

/** Fields of a line; a list pasted from a spreadsheet has tabs. */
const fieldsOf = (line: string): string[] =>
  line.split(line.includes(';') ? ';' : '\t').map((field) => field.trim())

function readLine(line: string, number: number): ImportedPerson | ImportError[] {
  const fields = fieldsOf(line)
  const [rawName = '', rawGroup = '', rawRole = ''] = fields
  const errors: ImportError[] = []
  const wrong = (
    field: ImportError['field'],
    value: string,
    code: ImportError['code'],
    instead: string | null = null,
  ) => errors.push({ line: number, field, value: value.slice(0, 80), code, suggestion: instead })

  if (fields.slice(FIELDS).some((field) => field !== '')) wrong('line', line, 'too_many_fields')
  const name = cleanName(rawName)
  if (name === '') wrong('name', rawName, 'no_name')
  else if (rawName.length > LONGEST_NAME) wrong('name', rawName, 'name_too_long', name)
  const roleWord = rawRole.toLocaleLowerCase('nl')
  const role = roleWord === '' ? 'participant' : ROLE_WORDS[roleWord]
  if (!role) wrong('role', rawRole, 'unknown_role', suggestion(roleWord, Object.keys(ROLE_WORDS)))
  const groupWord = rawGroup.toLocaleLowerCase('nl')
  const group = GROUP_WORDS[groupWord] ?? null
  if (groupWord !== '' && !group) {
    wrong('group', rawGroup, 'unknown_group', suggestion(groupWord, Object.keys(GROUP_WORDS)))
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
    if (line.trim() === '' || /^\s*naam\s*[;\t]\s*groep/i.test(line)) continue
    const read = readLine(line, index + 1)
    if (Array.isArray(read)) errors.push(...read)
    else people.push(read)
  }
  return { people, errors }
}
