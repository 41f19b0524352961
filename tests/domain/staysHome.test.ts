import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply } from '../../shared/dialogue/apply.ts'
import { project, redact } from '../../shared/dialogue/project.ts'
import type { DialogueEvent, RecordedEvent } from '../../shared/dialogue/events.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { anySteps, run } from './support/random.ts'
import { atTables, does, given, organiser, raise } from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

/** What nobody listed goes to nobody: a field or an event that is new stays home until its reader is named. */
const CANARY = 'geheim-kanarie'
/** Keyed by ids: every key in them is a thing of its own, not a field. */
const RECORDS = [
  'people',
  'tables',
  'seats',
  'attending',
  'beside',
  'floors',
  'heldMs',
  'lines',
  'nudges',
  'agreements',
]

/** The same value with a field nobody listed in every thing in it, at every depth. */
function withCanaries(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withCanaries(item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withCanaries(inner, key)])
  const record = RECORDS.includes(name)
  return Object.fromEntries(record ? entries : [...entries, ['reasons', { Ans: CANARY }]])
}
const canaries = (value: unknown): number => JSON.stringify(value).split(CANARY).length - 1

/** Every viewer and every event of random sessions; and how much was really shown. */
function everyView(
  look: (state: SessionState, line: RecordedEvent, after: SessionState) => unknown[],
): number {
  let shown = 0
  fc.assert(
    fc.property(anySteps(60), (steps) => {
      for (const { before, lines } of run(steps)) {
        let { state } = before
        for (const line of lines) {
          const after = apply(state, line)
          for (const seen of look(state, line, after)) {
            shown += 1
            if (canaries(seen) > 0) expect.fail(`${line.event.type} let through ${JSON.stringify(seen)}`)
          }
          state = after
        }
      }
    }),
    { numRuns: 30 },
  )
  return shown
}
const VIEWERS = ['Olga', 'Femke', 'Ans', 'Henk', 'Toos', 'Tariq']

test('no field that nobody listed is in what a viewer gets of the state', () => {
  const full = given(
    atTables,
    does('Ans', 'askHelp', () => ({ note: 'Geen geluid' })),
    does('Femke', 'askTime', () => ({ table: 't1' })),
    organiser('announce', { text: 'Welkom' }),
    organiser('setClock', { ms: 60_000 }),
    raise('Ans'),
  ).state
  const laced = withCanaries(full) as SessionState
  expect(canaries(laced)).toBeGreaterThan(30)
  for (const { id } of PEOPLE) expect({ id, found: canaries(project(laced, id)) }).toEqual({ id, found: 0 })
  for (const { id } of PEOPLE) expect(project(laced, id)).toEqual(project(full, id))
  const looked = everyView((_before, _line, after) =>
    VIEWERS.map((viewer) => project(withCanaries(after) as SessionState, viewer)),
  )
  expect(looked).toBeGreaterThan(1_000)
})

test('no field that nobody listed is in an event, at any depth', () => {
  const looked = everyView((before, line, after) => {
    const laced: RecordedEvent = withCanaries(line) as RecordedEvent
    return VIEWERS.map((viewer) => redact(laced, before, after, viewer)).filter(
      ({ event }) => event.type !== 'Blank',
    )
  })
  expect(looked).toBeGreaterThan(1_000)
})

test.each(['plenary', 't1'])('an event that nobody listed reaches nobody, in %s', (room) => {
  const { state } = given(atTables)
  const event = { type: 'SomethingNew', room, person: 'Ans', reason: CANARY } as unknown as DialogueEvent
  const line = { seq: state.seq + 1, at: 0, event }
  for (const { id } of PEOPLE) {
    expect(redact(line, state, { ...state, seq: line.seq }, id)).toEqual({
      ...line,
      event: { type: 'Blank' },
    })
  }
})
