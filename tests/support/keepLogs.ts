import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { replay } from '../../shared/dialogue/apply.ts'
import { EVENT_SCHEMAS } from '../../shared/dialogue/eventSchemas.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { withoutPeopleInLog } from '../../shared/dialogue/people/erasing.ts'
import { anySteps, run } from '../domain/support/random.ts'
import { record, type World } from '../domain/support/world.ts'
import { outcomeOf } from './outcome.ts'

/**
 * `DT_KEEP=0.2.0 npm run keep`: logs of random sessions in which every event occurs, as this release stores them. Later
 * releases read them for ever.
 */
const release = process.env['DT_KEEP']
if (!release) throw new Error('name the release: DT_KEEP=0.2.0 npm run keep')

const sessions = fc.sample(anySteps(60), { numRuns: 3_000, seed: 11 }).map(run)
const types = (steps: ReturnType<typeof run>) =>
  new Set((steps.at(-1)?.after.log ?? []).map(({ event }) => event.type))
const wanted = new Set<string>(Object.keys(EVENT_SCHEMAS).filter((type) => type !== 'PeopleErased'))
const chosen: ReturnType<typeof run>[] = []
while (wanted.size > 0) {
  const news = (steps: ReturnType<typeof run>) => [...types(steps)].filter((type) => wanted.has(type)).length
  const best = sessions.toSorted((a, b) => news(b) - news(a))[0]
  if (!best || news(best) === 0) break
  chosen.push(best)
  for (const type of types(best)) wanted.delete(type)
}
if (wanted.size > 0) console.log(`not in any session: ${[...wanted].join(', ')}`)

/** The same log once somebody was taken out of it, which no command does. */
function withoutAns(world: World): World {
  const change = withoutPeopleInLog([{ person: 'Ans', word: 'een inwoner', names: ['Ans'], others: [] }])
  const log = world.log.map((line) => ({ ...line, event: fromStored(change(toStored(line.event))) }))
  const people = [{ person: 'Ans', word: 'een inwoner', out: true }]
  return record({ ...world, log, state: replay(log) }, [
    { type: 'PeopleErased', people, lines: log.length, before: 'ab'.repeat(32) },
  ])
}

const kept = chosen.flatMap((steps) => steps.at(-1)?.after ?? [])
const worlds = [...kept, ...kept.slice(0, 1).map(withoutAns)]
const dir = join(import.meta.dirname, '../fixtures', release)
mkdirSync(dir, { recursive: true })
const text = JSON.stringify({
  logs: worlds.map(({ log }) => log.map((line) => ({ ...line, event: toStored(line.event) }))),
  after: worlds.map(({ state }) => outcomeOf(state)),
})
writeFileSync(join(dir, 'logs.json'), `${text}\n`)
console.log(`${worlds.length} logs in ${dir}`)
