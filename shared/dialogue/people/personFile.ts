import type { PersonId } from '../ids.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands where somebody else was named. */
const ANOTHER = 'iemand anders'

function names(value: unknown, person: PersonId): boolean {
  if (value === person) return true
  if (Array.isArray(value)) return value.some((one) => names(one, person))
  return isFields(value) && Object.entries(value).some(([key, one]) => key === person || names(one, person))
}

/** Of what others did, the things that name this person; beside their id stands what was said of them. */
function namingOnly(value: unknown, person: PersonId): unknown {
  if (Array.isArray(value))
    return value.filter((one) => names(one, person)).map((one) => namingOnly(one, person))
  if (!isFields(value)) return value
  const about = Object.values(value).some((one) => one === person)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      if (key === person) return [[key, one]]
      if (names(one, person)) return [[key, namingOnly(one, person)]]
      const plain = typeof one !== 'object' || one === null
      return plain && (about || key === 'type') ? [[key, one]] : []
    }),
  )
}

const isAbout = (thing: Fields, others: ReadonlySet<unknown>): boolean =>
  others.has(thing['id']) || others.has(thing['person'])

/** Without what is somebody else's: their ids, and the things that are about them. */
function withoutOthers(value: unknown, others: ReadonlySet<unknown>): unknown {
  if (typeof value === 'string') return others.has(value) ? ANOTHER : value
  if (Array.isArray(value))
    return value
      .filter((one) => !(isFields(one) && isAbout(one, others)))
      .map((one) => withoutOthers(one, others))
  if (!isFields(value)) return value
  const theirs = isAbout(value, others)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      others.has(key) || (theirs && (key === 'name' || key === 'detail'))
        ? []
        : [[key, withoutOthers(one, others)]],
    ),
  )
}

/**
 * What a line of the log holds of one person: all of what they did themselves, of what others did the parts that name them; in
 * neither of them anybody else. Total and pure, over any plain JSON.
 */
export function partAbout(
  line: { actor: string; event: unknown },
  person: PersonId,
  everybody: readonly PersonId[],
): unknown {
  const others = new Set<unknown>(everybody.filter((one) => one !== person))
  return withoutOthers(line.actor === person ? line.event : namingOnly(line.event, person), others)
}

/** What nobody else may read of somebody: answers that are sealed until a round opens, or for ever, and what was said to them alone. */
const THEIRS_ALONE: ReadonlySet<unknown> = new Set(['ConsentAnswered', 'Nudged', 'NudgeAnswered'])

export const isTheirsAlone = (event: unknown): boolean => isFields(event) && THEIRS_ALONE.has(event['type'])
