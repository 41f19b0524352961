import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { EVENT_SCHEMAS } from '../../shared/dialogue/eventSchemas.ts'
import { EVENT_VERSION, fromStored, toStored, UnreadableEvent } from '../../shared/dialogue/storedEvent.ts'
import { outcomeOf } from '../support/outcome.ts'
import { anySteps, run } from './support/random.ts'

const asStored = (event: Parameters<typeof toStored>[0]): unknown =>
  JSON.parse(JSON.stringify(toStored(event)))

test('whatever happens in a session is read from the log as it was written', () => {
  fc.assert(
    fc.property(anySteps(60), (steps) => {
      for (const { lines } of run(steps))
        for (const { event } of lines) expect(fromStored(asStored(event))).toEqual(event)
    }),
    { numRuns: 100 },
  )
})

describe('a line from before there were versions, of a newer release, or of nobody', () => {
  test('without a version it is read as the first', () => {
    expect(fromStored({ type: 'PlenaryOpened' })).toEqual({ type: 'PlenaryOpened' })
  })
  test.each([
    ['a newer form', { v: EVENT_VERSION + 1, type: 'PlenaryOpened' }],
    ['an event nobody knows', { v: 1, type: 'PartyStarted' }],
    ['what stands for an event that is not a viewer’s', { v: 1, type: 'Blank' }],
    ['a name of every object', { v: 1, type: 'constructor' }],
    ['a field that is missing', { v: 1, type: 'PersonLeft' }],
    ['a field of another kind', { v: 1, type: 'PersonLeft', person: 7 }],
    ['no object at all', 'PlenaryOpened'],
  ])('%s is not guessed at', (_what, line) => {
    expect(() => fromStored(line)).toThrow(UnreadableEvent)
  })
  test('an old form is brought up to date step by step', () => {
    const steps = {
      1: ({ who, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, somebody: who }),
      2: ({ somebody, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, person: somebody }),
    }
    const left = { type: 'PersonLeft', person: 'Ans' }
    expect(fromStored({ v: 1, type: 'PersonLeft', who: 'Ans' }, steps, 3)).toEqual(left)
    expect(fromStored({ v: 2, type: 'PersonLeft', somebody: 'Ans' }, steps, 3)).toEqual(left)
    expect(fromStored({ v: 3, type: 'PersonLeft', person: 'Ans' }, steps, 3)).toEqual(left)
  })
})

/** What releases wrote, kept for ever: `npm run keep` adds a file, nothing takes one away. */
const FIXTURES = join(import.meta.dirname, '../fixtures')
interface KeptLogs {
  logs: { seq: number; at: number; event: unknown }[][]
  /** What was true after each. */
  after: ReturnType<typeof outcomeOf>[]
}
const kept = readdirSync(FIXTURES).map((release): [string, KeptLogs] => [
  release,
  JSON.parse(readFileSync(join(FIXTURES, release, 'logs.json'), 'utf8')) as KeptLogs,
])

describe.each(kept)('the logs of %s', (_release, { logs, after }) => {
  test('are read, and come to what they came to then', () => {
    const now = logs.map((log) =>
      outcomeOf(log.map((line) => ({ ...line, event: fromStored(line.event) })).reduce(apply, emptySession)),
    )
    expect(now).toEqual(after)
  })
})

test('the newest kept logs have every event there is', () => {
  const all = kept.flatMap(([, { logs }]) => logs.flat()).map(({ event }) => (event as { type: string }).type)
  const missing = Object.keys(EVENT_SCHEMAS).filter((type) => !all.includes(type))
  expect(missing).toEqual([])
})
