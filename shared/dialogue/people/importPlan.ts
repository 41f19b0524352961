import type { Group, PersonId, Role } from '../model.ts'
import type { ImportedPerson } from './import.ts'

/** What reading a list again would do: who is new, who is known, and what of them the list has changed. */

export interface KnownPerson {
  person: PersonId
  name: string
  role: Role
  group: Group | null
  mail: string | null
  /** Taken out by the organiser: no list brings them back. */
  out: boolean
  /** What the list said of them when it was last read; null: they are from no list. */
  listed: ImportedPerson | null
}
/** What the organiser sees of somebody on the list. */
export type ListedAs = Pick<ImportedPerson, 'name' | 'role' | 'group' | 'mail'>
export interface ChangedPerson {
  person: PersonId
  was: ListedAs
  becomes: ListedAs
}
export interface ImportPlan {
  fresh: ImportedPerson[]
  known: { person: PersonId; line: ImportedPerson }[]
  /** Those of the known whose line is another than before. */
  changed: ChangedPerson[]
  /** Names of those who were taken out and stay out. */
  out: string[]
  /** How many lines say somebody a second time. */
  twice: number
}

/** By what somebody is found again. `single`: only when nobody else has the same, in the list and among the known. */
interface Key {
  of(said: ImportedPerson): string | null
  single: boolean
}
const same = (...words: (string | null)[]): string =>
  words.map((word) => (word ?? '').toLocaleLowerCase('nl')).join('\n')
const BY_NUMBER: Key = { of: ({ number }) => number && same(number), single: true }
const BY_MAIL_AND_NAME: Key = { of: ({ mail, name }) => mail && same(mail, name), single: false }
const BY_MAIL: Key = { of: ({ mail }) => mail, single: true }
const BY_NAME_AND_GROUP: Key = { of: ({ name, role, group }) => same(name, group ?? role), single: false }
const BY_NAME: Key = { of: ({ name }) => same(name), single: true }
const KEYS: readonly Key[] = [BY_NUMBER, BY_MAIL_AND_NAME, BY_MAIL, BY_NAME_AND_GROUP, BY_NAME]

const now = ({ name, role, group, mail, listed }: KnownPerson): ImportedPerson => {
  return { name, role, group, mail, number: listed?.number ?? null }
}
/** As the list last had them, and as they are now: either may stand in a list that comes. */
const FACES: readonly ((known: KnownPerson) => ImportedPerson | null)[] = [({ listed }) => listed, now]

/** The list's own number says who is who, also against the name. */
const contradicts = (known: KnownPerson, { number }: ImportedPerson): boolean =>
  number !== null && known.listed?.number != null && same(known.listed.number) !== same(number)

/** Another line has their very name, and no address that says otherwise: the address of this one is shared with them. */
function isElsewhere(
  known: KnownPerson,
  line: ImportedPerson,
  named: ReadonlyMap<string, readonly ImportedPerson[]>,
): boolean {
  return FACES.some((face) => {
    const said = face(known)
    const alike = said ? (named.get(same(said.name, said.group ?? said.role)) ?? []) : []
    return alike.some((other) => other !== line && other.mail === null && !contradicts(known, other))
  })
}

function byKey<T>(things: readonly T[], keyOf: (thing: T) => string | null): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (key === null) continue
    const alike = found.get(key)
    if (alike) alike.push(thing)
    else found.set(key, [thing])
  }
  return found
}

/** Who of the known each line is about, in the order of how sure it is. */
function pairs(
  known: readonly KnownPerson[],
  lines: readonly ImportedPerson[],
): Map<ImportedPerson, KnownPerson> {
  const found = new Map<ImportedPerson, KnownPerson>()
  const taken = new Set<KnownPerson>()
  const named = byKey(lines, BY_NAME_AND_GROUP.of)
  for (const key of KEYS) {
    for (const face of FACES) {
      const people = known.filter((one) => !taken.has(one))
      const wanted = byKey(
        lines.filter((line) => !found.has(line)),
        key.of,
      )
      const there = byKey(people, (one) => {
        const said = face(one)
        return said && key.of(said)
      })
      for (const [word, alike] of wanted) {
        const candidates = there.get(word) ?? []
        if (key.single && (alike.length > 1 || candidates.length > 1)) continue
        for (const line of alike) {
          const isLine = (each: KnownPerson) =>
            !taken.has(each) &&
            !contradicts(each, line) &&
            !(key === BY_MAIL && isElsewhere(each, line, named))
          const one = candidates.find(isLine)
          if (!one) continue
          found.set(line, one)
          taken.add(one)
        }
      }
    }
  }
  return found
}

/** A word that the list has changed since it was last read, and that is not so already. */
const changedTo = <T>(line: T, listed: T | undefined, is: T): T =>
  line === listed || line === is ? is : line

function becomes(known: KnownPerson, line: ImportedPerson): ListedAs {
  const { listed } = known
  const role = changedTo(line.role, listed?.role, known.role)
  return {
    name: changedTo(line.name, listed?.name, known.name),
    role,
    group: role === 'participant' ? (changedTo(line.group, listed?.group, known.group) ?? line.group) : null,
    // a list without addresses takes nobody's away
    mail: line.mail === null ? known.mail : changedTo(line.mail, listed?.mail, known.mail),
  }
}

const asListed = ({ name, role, group, mail }: KnownPerson): ListedAs => ({ name, role, group, mail })
const differs = (one: ListedAs, other: ListedAs): boolean =>
  one.name !== other.name || one.role !== other.role || one.group !== other.group || one.mail !== other.mail

/** The same person twice in one list: by number, or by address and name. Two of one name are two people. */
function once(lines: readonly ImportedPerson[]): ImportedPerson[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const key = BY_NUMBER.of(line) ?? BY_MAIL_AND_NAME.of(line)
    if (key === null || !seen.has(key)) return key === null || Boolean(seen.add(key))
    return false
  })
}

/** Nobody is taken out, nobody comes in twice, and what the organiser changed by hand stays until the list itself changes it. */
export function planImport(known: readonly KnownPerson[], list: readonly ImportedPerson[]): ImportPlan {
  const lines = once(list)
  const found = pairs(known, lines)
  const plan: ImportPlan = { fresh: [], known: [], changed: [], out: [], twice: list.length - lines.length }
  for (const line of lines) {
    const one = found.get(line)
    if (!one) plan.fresh.push(line)
    else if (one.out) plan.out.push(one.name)
    else {
      plan.known.push({ person: one.person, line })
      const next = becomes(one, line)
      if (differs(asListed(one), next))
        plan.changed.push({ person: one.person, was: asListed(one), becomes: next })
    }
  }
  return plan
}
