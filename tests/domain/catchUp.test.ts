import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catchUp } from '../../shared/dialogue/between/catchUp.ts'
import { replay } from '../../shared/dialogue/apply.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { nextVersion } from '../../shared/dialogue/places.ts'
import { project } from '../../shared/dialogue/project.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import { decided, published } from './support/council.ts'
import { harvest, inSet, leavesOut, madeOf, merged, merges, onMade, says, takes } from './support/harvest.ts'
import { anySteps, run } from './support/random.ts'
import { does, given, leaves, organiser } from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

const NO_QUESTIONS = { lawful: '', networking: '', performing: '', participating: '' }
type Told = ReturnType<typeof given>
const ends = organiser('endSession')
const read = ({ state, world: { log, now } }: Told, reader: string) =>
  catchUp({ state, logs: [log], reader, now })
/** Of each agreement that has changed, how. */
const changes = (told: Told, reader: string) =>
  Object.fromEntries(
    read(told, reader).items.flatMap(({ agreement, changes: how }) =>
      how.length > 0 ? [[agreement, how]] : [],
    ),
  )

describe('what changed since somebody was last in', () => {
  test('nothing, for who was there to the end; what the organiser does afterwards is told', () => {
    const told = given(harvest, ends)
    expect(changes(told, 'Ans')).toEqual({})
    told.when(takes('a1'), takes('a2'))
    expect(changes(told, 'Ans')).toEqual({ a1: ['taken'], a2: ['taken'] })
    const there = given(inSet, ends).when(leavesOut('a1'))
    expect(changes(there, 'Ans')).toEqual({ a1: ['leftOut'] })
  })

  test('[H2] two became one, and came apart again', () => {
    const told = given(inSet, ends).when(merges(['a1', 'a2']), says('Femke', 't1'), says('Frank', 't2'))
    const { id } = madeOf(told)!
    expect(changes(told, 'Ans')).toMatchObject({ [id]: ['added', 'taken'] })
    expect(changes(told, 'Ans')['a1']).toContain('merged')
    expect(read(told, 'Ans').items.find(({ agreement }) => agreement === id)?.from).toEqual([1, 2])
    told.when(onMade('unmerge'))
    expect(changes(told, 'Ans')).toEqual({})
    // for who was there when they were one, it is the one that went
    const apart = given(merged, ends).when(onMade('unmerge'))
    expect(Object.values(changes(apart, 'Ans')).flat()).toEqual(
      expect.arrayContaining(['taken', 'withdrawn']),
    )
  })

  test('of what the council did nothing before it is published', () => {
    const told = given(decided)
    expect(read(told, 'Ans').items.map(({ state }) => state)).not.toContain('changed')
    expect(read(given(published), 'Ans').items.map(({ state }) => state)).toContain('changed')
    expect(changes(given(inSet, ends).when(organiser('offerSet')), 'Ans')).toMatchObject({
      a1: ['offered'],
      a2: ['offered'],
    })
  })

  test('since they left, for who went early; everything, for who never came', () => {
    const early = given(inSet, leaves('Ans'), leavesOut('a1'), ends)
    expect(changes(early, 'Ans')).toEqual({ a1: ['leftOut'] })
    expect(changes(early, 'Eva')).toEqual({})
    const lines = early.world.log.filter(
      ({ event }) => event.type !== 'PersonJoined' || event.person !== 'Ans',
    )
    const never = catchUp({ state: early.state, logs: [lines], reader: 'Ans', now: early.world.now })
    expect(never.since).toBeNull()
    expect(never.items.map(({ changes: how }) => how[0])).toEqual(['added', 'added', 'added'])
  })

  test('who may object is told, to the moment', () => {
    const told = given(harvest, ends, organiser('allowObjections', { until: 90_000_000_000 }))
    const may = (who: string) =>
      read(told, who)
        .items.filter(({ mayObject }) => mayObject)
        .map(({ agreement }) => agreement)
    expect([may('Ans'), may('Cees'), may('Femke'), may('Toos')]).toEqual([['a1'], ['a3'], [], []])
    expect(read(told, 'Ans').until).toBe(90_000_000_000)
    told.when(does('Olga', 'allowObjections', () => ({ until: null })))
    expect([may('Ans'), read(told, 'Ans').until]).toEqual([[], null])
  })
})

test('of a session that has been one reads which parts of its programme it came to; of the next what it is to do', () => {
  const part = (title: string) =>
    ({ title, lengthMs: 60_000, where: 'plenary', questions: NO_QUESTIONS }) as const
  const plans = organiser('addParts', { parts: ['Welkom', 'Kennismaken', 'Oogst'].map(part) })
  const told = given(plans, organiser('openPlenary'), organiser('startItem', { title: 'Koffie' }))
  const itemsOf = (logs: RecordedEvent[][], state: SessionState) =>
    catchUp({ state, logs, reader: 'Ans', now: told.world.now }).sessions.map(({ items }) => items)
  expect(itemsOf([told.world.log], told.state)).toEqual([['Welkom', 'Kennismaken', 'Oogst', 'Koffie']])
  told.when(ends)
  expect(itemsOf([told.world.log], told.state)).toEqual([['Welkom', 'Koffie']])
  const event = continueSession(told.state, { session: 'ses2', startsAt: null })
  const next = [{ seq: 1, at: told.world.now, event }]
  expect(itemsOf([told.world.log, next], replay(next))).toEqual([
    ['Welkom', 'Koffie'],
    ['Kennismaken', 'Oogst'],
  ])
})

test('the same table is told to who is to sit there again, as the organiser has planned it, and to nobody else', () => {
  const told = given(harvest, ends)
  const next = (seats: Record<string, string> | null) => {
    const event = continueSession(told.state, { session: 'ses2', startsAt: null })
    const state = replay([{ seq: 1, at: told.world.now, event }])
    const plan = seats && { version: nextVersion(state), seats, pinned: [] }
    return (reader: string) =>
      catchUp({ state: { ...state, plan }, logs: [told.world.log], reader, now: told.world.now }).sameTable
  }
  expect(next(null)('Ans')).toBeNull()
  const planned = next({ Ans: 't1', Cees: 't1' })
  expect([planned('Ans'), planned('Cees'), planned('Eva'), planned('Olga')]).toEqual([1, null, null, null])
  // what lies there when a session has ended is no plan for another one
  expect(read(told, 'Ans').sameTable).toBeNull()
})

test('nobody reads more than they see live, nor anybody’s name or id', () => {
  fc.assert(
    fc.property(anySteps(60), (steps) => {
      const last = run(steps).at(-1)
      if (!last) return
      const { state, log, now } = last.after
      for (const { id } of PEOPLE) {
        const { items } = catchUp({ state, logs: [log], reader: id, now })
        const seen = project(state, id).agreements
        for (const one of items) {
          expect(seen[one.agreement]?.state).toBe(one.state)
          const presented = seen[one.agreement]?.presented
          if (presented) expect(one.now).toEqual(presented.words)
          expect(Object.keys(one).filter((key) => /person|author|^by|yes|consent/.test(key))).toEqual([])
        }
      }
    }),
    { numRuns: 100 },
  )
}, 120_000)
