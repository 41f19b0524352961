import * as Y from 'yjs'
import { Client } from 'pg'
import { SCHEMA } from '../../server/store/schema.ts'
import { readTable } from '../../shared/agreement/document.ts'
import { plain } from '../../shared/agreement/richText.ts'
import { replay } from '../../shared/dialogue/apply.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import { project } from '../../shared/dialogue/project.ts'
import { until } from '../support/until.ts'
import { absent, wordsIn } from '../support/words.ts'
import type { Crowd } from './crowd.ts'
import type { Asked, Person } from './person.ts'
import type { World } from './world.ts'

const PATIENCE_MS = 30_000

/** What was answered as stored until now. */
export interface Told {
  commands: Asked[]
  words: { key: string; count: number }[]
}

export const toldNow = (crowd: Crowd): Told => ({
  commands: crowd.everybody().flatMap(({ asked }) => asked.filter(({ answer }) => answer?.ok)),
  words: crowd.people.flatMap(({ writer }) =>
    writer ? [{ key: writer.key, count: writer.acknowledged }] : [],
  ),
})

const dialogueOf = ({ organiser }: Crowd): string => organiser.state().dialogue.id

/** A database, as a store and by its address. */
type Kept = Pick<World, 'store' | 'databaseUrl'>

/** (a) Commands and words that were answered as stored, and are not in the database. */
export async function lostOf(world: Kept, crowd: Crowd, told: Told): Promise<number> {
  const ids = told.commands.map(({ id }) => id)
  const stored = await carriedOut(world, ids)
  const words = await wordsIn(world.store.documents, dialogueOf(crowd), crowd.agreements)
  const missing = told.words.reduce((sum, { key, count }) => sum + absent(words, key, count), 0)
  return ids.filter((id) => !stored.has(id)).length + missing
}

async function carriedOut(world: Kept, ids: readonly string[]): Promise<Set<string>> {
  const client = new Client({ connectionString: world.databaseUrl, options: `-c search_path=${SCHEMA}` })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      'select command_id as id from commands where command_id = any($1)',
      [ids],
    )
    return new Set(rows.map(({ id }) => id))
  } finally {
    await client.end()
  }
}

/** Everything that must hold once all is quiet; a sentence for what does not. */
export async function check(world: World, crowd: Crowd): Promise<string[]> {
  const session = crowd.organiser.state().id
  const log = await world.store.events.read(session)
  const wrong = [
    ...crowd.everybody().flatMap(({ gaps }) => gaps),
    ...log.filter(({ seq }, at) => seq !== at + 1).map(({ seq }) => `the log jumps to ${seq}`),
    ...doubled(crowd, log),
  ]
  const lost = await lostOf(world, crowd, toldNow(crowd))
  if (lost > 0) wrong.push(`${lost} answered and not in the database`)
  if ((await world.store.events.verify(session)) !== null) wrong.push('the chain of the log is broken')
  wrong.push(...(await statesOf(crowd, log)), ...(await textsOf(world, crowd)))
  return wrong
}

const EFFECTS = [
  ['raiseHand', 'HandRaised'],
  ['lowerHand', 'HandLowered'],
] as const

/** (b) One effect per command: every announcement has words of its own, and a hand moves no more often than it was asked to. */
function doubled({ organiser, people }: Crowd, log: readonly RecordedEvent[]): string[] {
  const wrong: string[] = []
  const said = log.flatMap(({ event }) => (event.type === 'Announced' ? [event.text] : []))
  const times = new Map(said.map((text) => [text, said.filter((one) => one === text).length]))
  for (const { payload, answer } of organiser.asked.filter(({ type }) => type === 'announce')) {
    const found = times.get(String(payload['text'])) ?? 0
    if (found > 1 || (answer?.ok && found === 0))
      wrong.push(`"${String(payload['text'])}" stands there ${found} times`)
  }
  for (const { row, asked } of people)
    for (const [command, effect] of EFFECTS) {
      const given = asked.filter(({ type }) => type === command).length
      const found = log.filter(({ event }) => event.type === effect && event.person === row.person).length
      if (found > given)
        wrong.push(`${row.name} gave ${given} times ${command}, and it was done ${found} times`)
    }
  return wrong
}

/** (d) What everybody sees is what the log gives them; (e) and each is at one place. */
async function statesOf(crowd: Crowd, log: readonly RecordedEvent[]): Promise<string[]> {
  const whole = replay(log)
  const wrong: string[] = []
  for (const one of crowd.everybody()) {
    const current = () => one.state().seq >= whole.seq
    await until(`${one.row.name} is up to date`, current, PATIENCE_MS).catch((error: unknown) =>
      wrong.push(String(error)),
    )
    if (one.state().seq === whole.seq && differs(one, project(whole, one.visitor.person)))
      wrong.push(`${one.row.name} sees something else than the log says`)
    if (placeOf(one.state(), one.visitor.person) !== placeOf(whole, one.visitor.person))
      wrong.push(`${one.row.name} is at another place than the log says`)
  }
  return wrong
}

const differs = (one: Person, expected: unknown): boolean => sorted(one.state()) !== sorted(expected)

/** The same for the same content, in whatever order its keys came. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** (d) Every copy of a text is what its log gives; (e) only people of that table stand in it, each word once. */
async function textsOf(world: World, crowd: Crowd): Promise<string[]> {
  const wrong: string[] = []
  for (const [table, agreement] of crowd.agreements) {
    const writers = crowd.people.filter(({ state, visitor }) => placeOf(state(), visitor.person) === table)
    const { state, updates } = await world.store.documents.load(table, dialogueOf(crowd))
    const doc = new Y.Doc()
    if (state) Y.applyUpdate(doc, state)
    for (const { update } of updates) Y.applyUpdate(doc, update)
    const kept = JSON.stringify(readTable(doc))
    for (const { row, writer } of writers)
      if (writer) {
        const same = () => JSON.stringify(readTable(writer.doc)) === kept
        await until(`the text of ${row.name} is that of the log`, same, PATIENCE_MS).catch((error: unknown) =>
          wrong.push(String(error)),
        )
      }
    const words = plain(readTable(doc)[agreement]?.text ?? [])
      .split(/\s+/)
      .filter(Boolean)
    if (new Set(words).size !== words.length) wrong.push(`words stand twice at ${table}`)
    const keys = new Set(writers.map(({ writer }) => writer?.key))
    if (words.some((word) => !keys.has(word.replace(/n\d+$/, ''))))
      wrong.push(`words of another table at ${table}`)
  }
  return wrong
}
