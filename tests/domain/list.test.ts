import { expect, test } from 'vitest'
import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { movedIn } from '../../shared/dialogue/decisive.ts'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import { isHere, leads, readsSet } from '../../shared/dialogue/places.ts'
import { project, redact, scopeChanged } from '../../shared/dialogue/project.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import {
  atTables,
  does,
  given,
  grants,
  inPlenary,
  joins,
  organiser,
  phones,
  raise,
  starts,
} from './support/sentence.ts'
import { START } from './support/world.ts'

const becomes = (person: string, to: { name?: string; role?: string; group?: string | null }) =>
  organiser('changePeople', {
    changes: [{ person, name: person, role: 'participant', group: 'inwoner', ...to }],
  })
const unsaid = { recorded: { seq: 1, at: START, event: { type: 'Blank' } } } as const
const takesOut = (person: string) => organiser('takeOut', { person })

test('the organiser changes a name, and everybody knows them by it', () => {
  const told = given(inPlenary)
    .when(becomes('Ans', { name: 'Annelies' }))
    .gives('PeopleChanged')
  for (const viewer of ['Bram', 'Femke', 'Olga'])
    expect(project(told.state, viewer).people['Ans']?.name).toBe('Annelies')
})

test('what is so already changes nothing', () => {
  given(inPlenary).when(becomes('Ans', {})).gives()
})

test('two of one name are kept apart, and two people may change names with each other', () => {
  expect(given(becomes('Ans', { name: 'Bram' })).state.people['Ans']?.name).toBe('Bram 2')
  const other = (person: string, name: string) => {
    return { person, name, role: 'participant', group: 'inwoner' }
  }
  const both = organiser('changePeople', { changes: [other('Ans', 'Bram'), other('Bram', 'Ans')] })
  const { people } = given(both).state
  expect([people['Ans']?.name, people['Bram']?.name]).toEqual(['Bram', 'Ans'])
  // who keeps their name keeps it, whoever stands first in the list
  const after = organiser('changePeople', {
    changes: [other('Bram', 'Ans'), { ...other('Ans', 'Ans'), group: 'raad' }],
  })
  const later = given(after).state.people
  expect([later['Ans']?.name, later['Bram']?.name]).toEqual(['Ans', 'Ans 2'])
})

test('a name that says nothing or looks like a role is refused, and so is a participant without a group', () => {
  given()
    .when(becomes('Ans', { name: '\u2800' }))
    .refuses('no_such_name')
  given()
    .when(becomes('Ans', { name: 'Organisator' }))
    .refuses('no_such_name')
  given()
    .when(becomes('Ans', { group: null }))
    .refuses('group_needed')
})

test('who becomes a facilitator has no seat any more, and who was one no table', () => {
  const { state } = given(atTables, becomes('Ans', { role: 'facilitator', group: null }))
  expect(state.people['Ans']).toMatchObject({ role: 'facilitator', group: null })
  expect(state.seating?.seats['Ans']).toBeUndefined()
  const after = given(atTables, becomes('Femke', {})).state
  expect(after.tableOrder.filter((table) => leads(after, 'Femke', table))).toEqual([])
})

test('[F8] who may not speak any more puts the floor and the hand down', () => {
  given(inPlenary, raise('Ans'), grants('Ans'), starts('Ans'), raise('Bram'))
    .when(becomes('Ans', { role: 'observer' }))
    .gives('PeopleChanged', 'TurnEnded Ans left', 'FloorGranted Bram')
  given(inPlenary, raise('Ans'), raise('Bram'))
    .when(becomes('Bram', { role: 'helper' }))
    .gives('PeopleChanged', 'HandDropped Bram')
})

test('what somebody may see becomes what their new role sees', () => {
  const before = given(atTables).state
  const { state, world } = given(atTables, becomes('Ans', { role: 'clerk' }))
  expect(scopeChanged(before, state, 'Ans')).toBe(true)
  expect(project(world.state, 'Ans').floors).toEqual({})
})

test('there is always an organiser: nobody takes themselves out, or takes their own role away', () => {
  given().when(takesOut('Olga')).refuses('not_yourself')
  given().when(becomes('Olga', {})).refuses('not_yourself')
  const two = given(becomes('Ans', { role: 'organiser', group: null }), takesOut('Ans'))
  two.when(does('Ans', 'takeOut', () => ({ person: 'Olga' }))).refuses('no_such_person')
})

test('who is taken out puts everything down, leaves, and cannot come in again', () => {
  const told = given(inPlenary, raise('Ans'), grants('Ans'), starts('Ans'), raise('Bram'))
    .when(takesOut('Ans'))
    .gives('PersonLeft Ans', 'PersonTakenOut Ans', 'TurnEnded Ans left', 'FloorGranted Bram')
  told.when(joins('Ans')).refuses('no_such_person')
  told.when(raise('Ans')).refuses('no_such_person')
  told.placeIs('Ans', null)
  told.when(takesOut('Ans')).gives()
})

test('[T8] a facilitator who is taken out leaves the tables without one; who was on the telephone is not there', () => {
  const { state } = given(atTables, takesOut('Femke'))
  expect(state.tableOrder.map((table) => state.tables[table]?.facilitators)).toEqual([
    [],
    ['Frank'],
    [],
    ['Frank'],
  ])
  const gone = given(atTables, phones('Ans'), takesOut('Ans')).state
  expect(isHere(gone, 'Ans', new Set())).toBe(false)
})

test('that somebody was taken out is the organiser’s to know; the others see that they left', () => {
  const { state, world } = given(inPlenary, takesOut('Ans'))
  expect([project(state, 'Olga').takenOut, project(state, 'Bram').takenOut]).toEqual([['Ans'], []])
  const line = world.log.find(({ event }) => event.type === 'PersonTakenOut')
  expect(line && redact(line, state, state, 'Bram').event).toEqual({ type: 'Blank' })
  expect(project(state, 'Bram').people['Ans']?.left).toBe(true)
})

test('[T3] once it is over too, who was taken out reads no text and no set', () => {
  const over = given(atTables, organiser('endSession'))
  expect(textRights(over.state, 'Ans', 't1')).not.toBeNull()
  for (const gone of [
    given(atTables, organiser('endSession'), takesOut('Ans')),
    given(atTables, takesOut('Ans'), organiser('endSession')),
  ]) {
    const { state } = gone
    const shared = { ...state, shared: true }
    expect([textRights(state, 'Ans', 't1'), readsSet(shared, 'Ans')]).toEqual([null, false])
  }
  const there = over.state
  expect(movedIn({ ...unsaid, before: there, after: { ...there, takenOut: ['Ans'] } })).toBe(true)
})

test('who is taken back comes in as before, under the same name', () => {
  const told = given(inPlenary, takesOut('Ans')).when(organiser('takeBack', { person: 'Ans' }))
  told.gives('PersonTakenBack Ans').when(joins('Ans')).gives()
  expect(told.state.takenOut).toEqual([])
  told.when(organiser('takeBack', { person: 'Bram' })).gives()
})

test('who was taken out stays out in the next session, and can be taken back there', () => {
  const { state } = given(inPlenary, takesOut('Ans'), organiser('endSession'))
  const event = continueSession(state, { session: 's2', startsAt: null })
  const next = apply(emptySession, { seq: 1, at: START, event })
  expect([next.takenOut, next.people['Ans']?.left]).toEqual([['Ans'], true])
})
