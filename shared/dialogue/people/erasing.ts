import { PROPOSAL_FIELDS } from '../council/proposal.ts'
import type { PersonId } from '../ids.ts'
import { GOVERNMENT_ROLES } from '../model.ts'
import { formsOf, namesAt, type NameForms } from './nameForms.ts'

/** Somebody whose name goes: what stands in its place, and every name they went by. */
export interface Erased {
  person: PersonId
  word: string
  names: readonly string[]
  /** Of those who stay: what they are called is not taken for somebody else. */
  others: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/** Words that were agreed, and what a dialogue is called, stand as they are: what they hold is the table's. */
const isKept = (name: string, of: string): boolean =>
  name === 'words' || (name === 'title' && of === 'dialogue')
/** Where people write to each other beside the agreements; of a part of the programme each role's question. */
const WRITTEN: ReadonlySet<string> = new Set([
  'text',
  'note',
  'reason',
  'lost',
  'title',
  'promise',
  ...GOVERNMENT_ROLES,
  ...PROPOSAL_FIELDS,
])

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const literally = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The same text with the word where the name stood by itself. */
const unnamed = (text: string, { word, names }: Erased): string =>
  names
    .filter((name) => name !== '' && name !== word)
    // one may begin with another
    .toSorted((one, other) => other.length - one.length)
    .reduce(
      (said, name) =>
        said.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literally(name)}(?![\\p{L}\\p{N}])`, 'gu'), () => word),
      text,
    )

/** What stands there surely goes; what may as well be an ordinary word stays. */
function withoutForms(text: string, one: Erased): string {
  let less = ''
  let after = 0
  for (const { from, to, doubtful } of namesAt(text, formsFor(one))) {
    if (doubtful) continue
    less += text.slice(after, from) + one.word
    after = to
  }
  return less + text.slice(after)
}

const known = new WeakMap<Erased, NameForms>()

/** Worked out once for all that was ever said. */
function formsFor(one: Erased): NameForms {
  const found = known.get(one)
  if (found) return found
  const forms = formsOf(one.names, [...one.others, one.word])
  known.set(one, forms)
  return forms
}

export const withoutNamesIn = (text: string, erased: readonly Erased[]): string =>
  erased.reduce((less, one) => withoutForms(unnamed(less, one), one), text)

/** What this thing tells of one person: the name they have in it, or what they themselves said there. */
function ownIn(thing: Fields, erased: readonly Erased[]): Fields {
  const about = erased.find(({ person }) => person === thing['id'] || person === thing['person'])
  if (!about) return {}
  const named = typeof thing['name'] === 'string' ? { name: about.word } : {}
  const detailed = 'detail' in thing ? { detail: null } : {}
  const typed = 'turn' in thing && typeof thing['text'] === 'string' ? { text: '' } : {}
  const asked = typeof thing['note'] === 'string' ? { note: '' } : {}
  return { ...named, ...detailed, ...typed, ...asked }
}

/** Who changed an agreement in the council stands in words; everywhere else `by` is an id. */
const judgedIn = ({ by, reason, person }: Fields, erased: readonly Erased[]): Fields =>
  typeof by === 'string' && typeof reason === 'string' && person === undefined
    ? { by: withoutNamesIn(by, erased) }
    : {}

/**
 * A line of the log, or a state, with nothing left of who these people are. Their ids stay, so that the talk can still be
 * counted; who wrote a version is told no more. Total and pure, over any plain JSON.
 */
export function withoutPeople(value: unknown, erased: readonly Erased[], key = ''): unknown {
  if (typeof value === 'string') return WRITTEN.has(key) ? withoutNamesIn(value, erased) : value
  if (Array.isArray(value)) {
    const items =
      key === 'authors' ? value.filter((one) => !erased.some(({ person }) => person === one)) : value
    return items.map((one) => withoutPeople(one, erased, key))
  }
  if (!isFields(value)) return value
  const rest = Object.entries(value).map(([name, one]) => [
    name,
    isKept(name, key) ? one : withoutPeople(one, erased, name),
  ])
  return { ...(Object.fromEntries(rest) as Fields), ...judgedIn(value, erased), ...ownIn(value, erased) }
}

const turnOf = (line: Fields): unknown => (isFields(line['turn']) ? line['turn'] : null)

/**
 * The same for the lines of one log, in their order. What somebody typed in their turn names the turn only, and a reason
 * that was never opened stands in the answer alone: of both nothing is kept.
 */
export function withoutPeopleInLog(erased: readonly Erased[]): (line: unknown) => unknown {
  const people = new Set<unknown>(erased.map(({ person }) => person))
  const turns = new Set<unknown>()
  return (line) => {
    if (!isFields(line) || line['type'] === 'DialogueSet') return line
    const turn = turnOf(line)
    if (isFields(turn) && people.has(turn['person'])) turns.add(turn['id'])
    const less = withoutPeople(line, erased) as Fields
    if (line['type'] === 'TurnTyped' && turns.has(line['turn'])) return { ...less, text: '' }
    if (line['type'] === 'ConsentAnswered' && people.has(line['person'])) return { ...less, reason: '' }
    return less
  }
}

/**
 * Is this to be looked for in what people wrote? Whoever comes in calls themselves as they like: of a sign, a single letter
 * or a word as "de" every sentence would lose its own.
 */
export const isSought = (name: string): boolean =>
  (name.match(/\p{L}/gu)?.length ?? 0) > 1 && (/\p{Lu}/u.test(name) || !/\p{Ll}/u.test(name))

/** Every name these people have in a line of the log. */
export function namesIn(value: unknown, people: ReadonlySet<PersonId>): [PersonId, string][] {
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, people))
  if (!isFields(value)) return []
  const { name } = value
  const own = [value['id'], value['person']].flatMap((id): [PersonId, string][] =>
    typeof id === 'string' && people.has(id) && typeof name === 'string' ? [[id, name]] : [],
  )
  return [...own, ...Object.values(value).flatMap((one) => namesIn(one, people))]
}
