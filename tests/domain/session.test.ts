import { expect, test } from 'vitest'
import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { continueSession, createSession, roleTables } from '../../shared/dialogue/session/create.ts'
import {
  atTables,
  comesBack,
  does,
  given,
  goesAway,
  inPlenary,
  joins,
  leaves,
  organiser,
  raise,
  system,
  talksApart,
} from './support/sentence.ts'

const asksHelp = (who: string) => does(who, 'askHelp', () => ({ note: '' }))
const newcomer = (role: string, name = 'Piet') =>
  system('addPeople', () => ({ people: [{ id: name, name, role, group: null, detail: null }] }))

test('a new session has the four tables of the four roles, facilitators spread over them', () => {
  const { state } = given()
  expect(state.tableOrder.map((id) => state.tables[id])).toEqual([
    { id: 't1', number: 1, role: 'lawful', facilitators: ['Femke'] },
    { id: 't2', number: 2, role: 'networking', facilitators: ['Frank'] },
    { id: 't3', number: 3, role: 'performing', facilitators: ['Femke'] },
    { id: 't4', number: 4, role: 'participating', facilitators: ['Frank'] },
  ])
  given().phaseIs('lobby')
})

test('more tables than roles: the roles come round again', () => {
  const event = createSession({
    session: 's',
    dialogue: 'd',
    title: '',
    promise: null,
    startsAt: null,
    people: [],
    tables: roleTables(['a', 'b', 'c', 'd', 'e']),
  })
  expect(event).toMatchObject({ tables: [{}, {}, {}, {}, { role: 'lawful', number: 5, facilitators: [] }] })
})

test('[T7] a further session has the people, tables and seatings of the one before, and nobody is in yet', () => {
  const { state } = given(atTables, organiser('endSession'))
  const event = continueSession(state, { session: 's2', startsAt: null })
  const next = apply(emptySession, { seq: 1, at: 0, event })
  expect([next.order, next.tables, next.history]).toEqual([state.order, state.tables, [state.seating]])
  expect([next.phase.name, next.seating, next.agenda.length]).toEqual(['lobby', null, 0])
  expect(Object.values(next.people).filter(({ joined }) => joined)).toEqual([])
})

test('joining twice changes nothing', () => {
  given(joins('Ans')).when(joins('Ans')).gives()
})

test('nobody speaks in the lobby', () => {
  given(joins('Ans')).when(raise('Ans')).refuses('wrong_phase')
})

test('the plenary is opened once', () => {
  given(inPlenary).when(organiser('openPlenary')).refuses('wrong_phase')
})

test('people are added while the session runs, never twice', () => {
  given(inPlenary).when(newcomer('participant')).gives('PeopleAdded').when(newcomer('participant')).gives()
})

test('a person with an unknown role is not added', () => {
  given(inPlenary).when(newcomer('boss')).gives()
})

test('facilitators added before the beginning get the tables without one', () => {
  const bare = ['t1', 't2', 't3', 't4'].map((table) =>
    organiser('assignFacilitator', { table, person: null }),
  )
  const { state } = given(bare, newcomer('facilitator'))
  expect(Object.values(state.tables).map(({ facilitators }) => facilitators)).toEqual([
    ['Piet'],
    ['Piet'],
    ['Piet'],
    ['Piet'],
  ])
})

test('the organiser says something to everybody', () => {
  const { state } = given(inPlenary, organiser('announce', { text: 'Over vijf minuten pauze.' }))
  expect(state.announcement?.text).toBe('Over vijf minuten pauze.')
})

test('help: one call per person, taken by one helper, closed by the asker or the helper', () => {
  given(inPlenary, asksHelp('Ans')).when(asksHelp('Ans')).gives()
  const told = given(inPlenary, asksHelp('Ans'))
    .when(does('Henk', 'takeHelp', () => ({ person: 'Ans' })))
    .gives('HelpTaken Ans')
  told.when(organiser('takeHelp', { person: 'Ans' })).refuses('already')
  told.when(does('Ans', 'closeHelp', () => ({ person: 'Ans' }))).gives('HelpClosed Ans')
  expect(told.state.help).toEqual([])
})

test('help: the call of a helper whose line is gone is taken by another, and not while they are there', () => {
  const takes = organiser('takeHelp', { person: 'Ans' })
  const told = given(inPlenary, talksApart('Ans'), goesAway('Henk'))
  told.when(takes).gives('AsideClosed Ans', 'HelpTaken Ans')
  expect(told.state.help).toMatchObject([{ person: 'Ans', takenBy: 'Olga', aside: null }])
  given(inPlenary, talksApart('Ans'), goesAway('Henk'), comesBack('Henk')).when(takes).refuses('already')
})

test('nobody closes the call of somebody else', () => {
  given(inPlenary, asksHelp('Ans'))
    .when(does('Bram', 'closeHelp', () => ({ person: 'Ans' })))
    .refuses('not_your_role')
})

test('who leaves calls no longer', () => {
  given(inPlenary, asksHelp('Ans')).when(leaves('Ans')).gives('HelpClosed Ans', 'PersonLeft Ans')
})

test('only facilitators lead a table', () => {
  given(inPlenary)
    .when(organiser('assignFacilitator', { table: 't1', person: 'Ans' }))
    .refuses('no_such_person')
})

test('after the end only leaving is possible', () => {
  given(inPlenary, organiser('endSession'))
    .when(joins('Ans'))
    .refuses('wrong_phase')
    .when(leaves('Ans'))
    .gives('PersonLeft Ans')
})

test('title and time are changed by an event, at any moment, and the next session takes the title over', () => {
  const set = system('setDialogue', () => ({ title: 'Groen en water', startsAt: 2_000_000 }))
  const told = given(inPlenary, organiser('endSession')).when(set)
  told.gives('DialogueSet')
  expect(told.state).toMatchObject({ dialogue: { title: 'Groen en water' }, startsAt: 2_000_000 })
  told.when(set).gives()
  const next = apply(emptySession, {
    seq: 1,
    at: 0,
    event: continueSession(told.state, { session: 'later', startsAt: null }),
  })
  expect([next.dialogue.title, next.startsAt]).toEqual(['Groen en water', null])
})
