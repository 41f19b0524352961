import { expect, test } from 'vitest'
import { COMMANDS } from '../../shared/dialogue/commands.ts'
import { project } from '../../shared/dialogue/project.ts'
import { dueNudges, type Talk } from '../../shared/dialogue/time/nudges.ts'
import {
  atTables,
  does,
  given,
  grants,
  inPlenary,
  mode,
  organiser,
  raise,
  silence,
  starts,
  system,
  wait,
} from './support/sentence.ts'
import { START, type World } from './support/world.ts'

const MINUTE = 60_000
/** Everybody's line is up, t1 is measured, and Eva talks at t1 all the time. */
const talk = ({ now, state }: World, more: Partial<Talk> = {}): Talk => ({
  lastSpoke: { Eva: now - 1_000 },
  talkingSince: {},
  hereSince: Object.fromEntries(state.order.map((person) => [person, START])),
  measuredSince: { t1: START },
  ...more,
})
const due = (world: World, more: Partial<Talk> = {}) =>
  dueNudges(world.state, talk(world, more), world.now).map(({ payload }) => payload)
const nudge = (person: string, why: 'silent' | 'long' = 'silent') =>
  system('nudge', () => ({ person, why, turn: null }))
const answer = (person: string, words: string) => does(person, 'answerNudge', () => ({ answer: words }))
const silentAt = (world: World) => world.state.order.filter((id) => world.state.seating?.seats[id] === 't1')

test('[S6] after eight silent minutes at a table one person is asked, and not the whole table at once', () => {
  expect(due(given(atTables, wait(7 * MINUTE)).world)).toEqual([])
  const { world } = given(atTables, wait(8 * MINUTE))
  expect(silentAt(world).length).toBeGreaterThan(2)
  expect(due(world)).toEqual([{ person: 'Ans', why: 'silent', turn: null }])
})

test('[S6] the next at the same table is asked a minute later', () => {
  const asked = given(atTables, wait(8 * MINUTE), nudge('Ans'))
  expect(due(asked.world)).toEqual([])
  expect(due(given(atTables, wait(8 * MINUTE), nudge('Ans'), wait(MINUTE)).world)).toHaveLength(1)
})

test('[S6] who spoke, waits with a hand up, or came in later is not asked', () => {
  const { world } = given(atTables, wait(8 * MINUTE))
  const others = silentAt(world).filter((person) => person !== 'Ans')
  const spoken = Object.fromEntries(others.map((person) => [person, world.now - MINUTE]))
  const rest = { lastSpoke: { ...spoken, Eva: world.now } }
  expect(due(world, rest)).toHaveLength(1)
  expect(due(world, { lastSpoke: { ...spoken, Ans: world.now - MINUTE, Eva: world.now } })).toEqual([])
  expect(due(given(atTables, raise('Ans'), wait(8 * MINUTE)).world, rest)).toEqual([])
  expect(due(world, { ...rest, hereSince: { Ans: world.now - MINUTE } })).toEqual([])
  expect(due(world, { ...rest, hereSince: {} })).toEqual([])
})

test('[S6] [S8] nobody is asked where the talk is not measured, or where everybody is silent', () => {
  const { world } = given(atTables, wait(8 * MINUTE))
  expect(due(world, { measuredSince: {} })).toEqual([])
  expect(due(world, { measuredSince: { t1: world.now - MINUTE } })).toEqual([])
  expect(due(world, { lastSpoke: {} })).toEqual([])
})

test('[S6] [F9] a thinking silence sends no nudges', () => {
  const { world } = given(atTables, wait(8 * MINUTE), silence(5 * MINUTE, 't1'))
  expect(due(world)).toEqual([])
  given(atTables, silence(5 * MINUTE, 't1'))
    .when(nudge('Ans'))
    .gives()
})

test('[S6] nobody is asked in the plenary or in a round', () => {
  const plenary = given(inPlenary, mode('free'), wait(9 * MINUTE)).world
  expect(due(plenary, { measuredSince: { plenary: START } })).toEqual([])
  expect(due(given(atTables, mode('round', 't1'), wait(9 * MINUTE)).world)).toEqual([])
})

test('[S6] "ik wil iets zeggen" raises the hand', () => {
  given(atTables, nudge('Ans'))
    .when(answer('Ans', 'speak'))
    .gives('NudgeAnswered Ans', 'HandRaised Ans')
    .queueAt('t1', 'Ans')
})

test('[S6] "ik luister" stops them for this agenda item, and not for the next', () => {
  const listening = [nudge('Ans'), answer('Ans', 'listen')]
  const quiet = given(atTables, ...listening, wait(20 * MINUTE))
  expect(due(quiet.world)).not.toContainEqual(expect.objectContaining({ person: 'Ans' }))
  const next = given(
    atTables,
    ...listening,
    organiser('startItem', { title: 'Afspraken' }),
    wait(20 * MINUTE),
  )
  expect(due(next.world)).toContainEqual(expect.objectContaining({ person: 'Ans' }))
})

test('[S6] "vraag mij straks" asks again after five minutes', () => {
  const later = [wait(8 * MINUTE), nudge('Ans'), answer('Ans', 'later')]
  const has = (world: World) => due(world).some(({ person }) => person === 'Ans')
  expect(has(given(atTables, ...later, wait(4 * MINUTE)).world)).toBe(false)
  expect(has(given(atTables, ...later, wait(5 * MINUTE)).world)).toBe(true)
})

test('[S6] a turn that is a minute over its target is asked about once, free talk after three minutes without a pause', () => {
  const turn = [atTables, mode('firstCome', 't1'), raise('Ans'), grants('Ans', 't1'), starts('Ans')]
  const long = (world: World, more?: Partial<Talk>) => due(world, more).filter(({ why }) => why === 'long')
  expect(long(given(...turn, wait(2.9 * MINUTE)).world)).toEqual([])
  const over = given(...turn, wait(3 * MINUTE))
  const id = over.state.floors['t1']?.turn?.id
  expect(long(over.world)).toEqual([{ person: 'Ans', why: 'long', turn: id }])
  const asked = system('nudge', () => ({ person: 'Ans', why: 'long', turn: id }))
  expect(long(given(...turn, wait(3 * MINUTE), asked, wait(9 * MINUTE)).world)).toEqual([])
  const free = given(atTables, wait(4 * MINUTE)).world
  expect(long(free, { talkingSince: { Eva: free.now - 3 * MINUTE } })).toEqual([
    { person: 'Eva', why: 'long', turn: null },
  ])
})

test('[S6] [F8] a nudge about a turn that is over does nothing', () => {
  given(atTables)
    .when(system('nudge', () => ({ person: 'Ans', why: 'long', turn: 'trn99' })))
    .gives()
})

const sets = (silent: number, long: number, on = true) =>
  organiser('setNudges', { on, silentMs: silent * MINUTE, longMs: long * MINUTE })

test('[S6] the organiser sets after how many minutes of silence somebody is asked', () => {
  expect(due(given(atTables, sets(12, 3), wait(11 * MINUTE)).world)).toEqual([])
  expect(due(given(atTables, sets(12, 3), wait(12 * MINUTE)).world)).toHaveLength(1)
})

test('[S6] one number for a long turn holds for given turns and for free talk', () => {
  const turn = [
    atTables,
    sets(60, 5),
    mode('firstCome', 't1'),
    raise('Ans'),
    grants('Ans', 't1'),
    starts('Ans'),
  ]
  expect(due(given(...turn, wait(4.9 * MINUTE)).world)).toEqual([])
  expect(due(given(...turn, wait(5 * MINUTE)).world)).toMatchObject([{ person: 'Ans', why: 'long' }])
  const free = given(atTables, sets(60, 5), wait(9 * MINUTE)).world
  expect(due(free, { talkingSince: { Eva: free.now - 4 * MINUTE } })).toEqual([])
  expect(due(free, { talkingSince: { Eva: free.now - 5 * MINUTE } })).toMatchObject([{ person: 'Eva' }])
})

test('[S6] with the questions off nobody is asked, and one that is under way does nothing', () => {
  const off = given(atTables, sets(8, 3, false), wait(9 * MINUTE))
  expect(due(off.world, { talkingSince: { Eva: START } })).toEqual([])
  off.when(nudge('Ans')).gives()
  expect(due(off.when(sets(8, 3)).world)).toHaveLength(1)
})

test.each([
  [1, 3],
  [61, 3],
  [8, 1],
  [8, 31],
  [2.5, 3],
])('[S6] %d minutes of silence and %d of talk are out of bounds', (silent, long) => {
  const asked = { on: true, silentMs: silent * MINUTE, longMs: long * MINUTE }
  expect(COMMANDS.setNudges.schema.safeParse(asked).success).toBe(false)
})

test('[S6] an answer that belongs to the other question is refused; a second answer changes nothing', () => {
  given(atTables, nudge('Ans')).when(answer('Ans', 'finish')).refuses('malformed')
  given(atTables, nudge('Ans'), answer('Ans', 'later')).when(answer('Ans', 'listen')).gives()
})

test('[S6] a nudge is private: nobody else sees it, whoever leads neither', () => {
  const { state } = given(atTables, nudge('Ans'))
  const seeing = state.order.filter((viewer) => 'Ans' in project(state, viewer).nudges)
  expect(seeing).toEqual(['Ans'])
})
