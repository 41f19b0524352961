import { expect, test } from 'vitest'
import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import type { AgendaPart } from '../../shared/dialogue/model.ts'
import { project } from '../../shared/dialogue/project.ts'
import { leftOf, partNow } from '../../shared/dialogue/session/agenda.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import { exampleOf } from '../../shared/dialogue/session/example.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { given, inPlenary, joins, organiser, wait } from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

/** The programme of a session, and what of it is going on. */

const MINUTE = 60_000
const part = (title: string, where: AgendaPart['where'], minutes = 10) => ({
  title,
  where,
  lengthMs: minutes * MINUTE,
  questions: {
    lawful: `${title}: waar kunt u op rekenen?`,
    networking: `${title}: wie mist er?`,
    performing: '',
    participating: '',
  },
})
const adds = (...parts: ReturnType<typeof part>[]) => organiser('addParts', { parts })
type Told = ReturnType<typeof given>
const titles = ({ state }: Told) => state.programme.map(({ title }) => title)
const running = ({ state }: Told) => partNow(state)?.title ?? null
const idOf = ({ state }: Told, title: string) => state.programme.find((one) => one.title === title)?.id ?? ''
const split = [organiser('spreadEvenly'), organiser('announceSplit')]
const toTables = (version: number) => [...split, organiser('startTables', { version })]
const back = (version: number) => [organiser('announceRecall'), organiser('finishRecall', { version })]

const EVENING = adds(part('Welkom', 'plenary'), part('Ervaringen', 'tables'), part('Terug', 'plenary'))

test('parts are added at the end, each under an id of its own', () => {
  const told = given(EVENING, adds(part('Dromen', 'tables')))
  expect(titles(told)).toEqual(['Welkom', 'Ervaringen', 'Terug', 'Dromen'])
  expect(new Set(told.state.programme.map(({ id }) => id)).size).toBe(4)
})

test('a part is changed, moved and taken off; one that is not there is told apart', () => {
  const told = given(EVENING)
  const changed = { part: idOf(told, 'Terug'), ...part('Samen terug', 'plenary', 25) }
  told.when(organiser('changePart', changed)).gives('AgendaPlanned')
  told.when(organiser('movePart', { part: idOf(told, 'Samen terug'), place: 1 })).gives('AgendaPlanned')
  expect(titles(told)).toEqual(['Samen terug', 'Welkom', 'Ervaringen'])
  expect(told.state.programme[0]).toMatchObject({ lengthMs: 25 * MINUTE })
  told.when(organiser('dropPart', { part: idOf(told, 'Welkom') })).gives('AgendaPlanned')
  expect(titles(told)).toEqual(['Samen terug', 'Ervaringen'])
  told.when(organiser('changePart', { part: 'none', ...part('x', 'plenary') })).refuses('no_such_part')
  told.when(organiser('movePart', { part: 'none', place: 1 })).refuses('no_such_part')
})

test('an agenda holds forty parts', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => part(`Deel ${index}`, 'plenary'))
  given(adds(...twenty), adds(...twenty))
    .when(adds(part('Nog een', 'plenary')))
    .refuses('agenda_full')
})

test('the first part begins when the main room opens, and each move begins the part that is meant for it', () => {
  const told = given(EVENING, inPlenary)
  expect(running(told)).toBe('Welkom')
  told.when(toTables(1))
  expect(running(told)).toBe('Ervaringen')
  told.when(back(1))
  expect(running(told)).toBe('Terug')
  expect(told.state.agenda.map(({ title, where }) => [title, where])).toEqual([
    ['Welkom', 'plenary'],
    ['Ervaringen', 'tables'],
    ['Terug', 'plenary'],
  ])
})

test('a part that was begun to say what is coming goes on at the tables, with all of its time', () => {
  const told = given(EVENING, inPlenary)
  told.when(organiser('startPart', { part: idOf(told, 'Ervaringen') }), wait(5 * MINUTE), toTables(1))
  const now = partNow(told.state)
  expect([now?.title, now && leftOf(now, told.world.now)]).toEqual(['Ervaringen', 10 * MINUTE])
})

test('where no part is meant for it, a move begins an item without a name', () => {
  const told = given(adds(part('Welkom', 'plenary'), part('Nog een', 'plenary')), inPlenary, toTables(1))
  expect([running(told), told.state.agenda.at(-1)?.title]).toEqual([null, null])
})

test('a second time at the tables begins the next part there', () => {
  const told = given(
    adds(part('Ervaringen', 'tables'), part('Dromen', 'tables')),
    inPlenary,
    toTables(1),
    back(1),
    toTables(2),
  )
  expect(running(told)).toBe('Dromen')
})

test('a part that has run for its length goes on: nothing stops by itself', () => {
  const told = given(EVENING, inPlenary)
  const seq = told.state.seq
  told.when(wait(30 * MINUTE))
  expect(told.state.seq).toBe(seq)
  const now = partNow(told.state)
  expect([now?.title, now && leftOf(now, told.world.now)]).toEqual(['Welkom', -20 * MINUTE])
})

test('more minutes and another name count at once for the part that goes on', () => {
  const told = given(EVENING, inPlenary, wait(12 * MINUTE))
  told.when(
    organiser('changePart', { part: idOf(told, 'Welkom'), ...part('Welkom allemaal', 'plenary', 15) }),
  )
  const now = partNow(told.state)
  expect([now?.title, now && leftOf(now, told.world.now)]).toEqual(['Welkom allemaal', 3 * MINUTE])
  expect(told.state.agenda.at(-1)?.title).toBe('Welkom allemaal')
})

test('the part that goes on can be taken off: its item keeps its name, and has no length any more', () => {
  const told = given(EVENING, inPlenary)
  told.when(organiser('dropPart', { part: idOf(told, 'Welkom') }))
  expect([running(told), told.state.agenda.at(-1)?.title]).toEqual([null, 'Welkom'])
})

test('a part is begun once: pressing twice changes nothing', () => {
  const told = given(EVENING, inPlenary)
  told.when(organiser('startPart', { part: idOf(told, 'Welkom') })).gives()
  told.when(organiser('startPart', { part: 'none' })).refuses('no_such_part')
})

test('everybody sees the programme, save the clerk', () => {
  const { state } = given(EVENING)
  for (const { id, role } of PEOPLE)
    expect(project(state, id).programme).toEqual(role === 'clerk' ? [] : state.programme)
})

test('a further session begins with what was planned and has not been', () => {
  const told = given(EVENING, inPlenary, toTables(1), organiser('endSession'))
  const event = fromStored(toStored(continueSession(told.state, { session: 's2', startsAt: null })))
  const next = apply(emptySession, { seq: 1, at: 0, event })
  expect(next.programme.map(({ title }) => title)).toEqual(['Terug'])
  expect(next.agenda).toEqual([])
})

test('an example has the parts of all sessions once, in their order, and nobody and nothing of the talk', () => {
  const told = given(EVENING, joins('Ans'), inPlenary, toTables(1), organiser('endSession'))
  const event = continueSession(told.state, { session: 's2', startsAt: null })
  const second = apply(emptySession, { seq: 1, at: 0, event })
  const example = exampleOf([told.state], second)
  expect(example.programme.map(({ title }) => title)).toEqual(['Welkom', 'Ervaringen', 'Terug'])
  expect(example.programme[1]).toEqual(part('Ervaringen', 'tables'))
  expect(example.tables).toEqual([
    { number: 1, role: 'lawful' },
    { number: 2, role: 'networking' },
    { number: 3, role: 'performing' },
    { number: 4, role: 'participating' },
  ])
  expect(example.settings).toEqual(told.state.settings)
  const all = JSON.stringify(example)
  for (const { id } of PEOPLE) expect(all).not.toContain(id)
})
