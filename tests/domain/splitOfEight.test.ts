import { expect, test } from 'vitest'
import { project } from '../../shared/dialogue/project.ts'
import {
  does,
  given,
  goesAway,
  inPlenary,
  joins,
  organiser,
  phones,
  system,
  wait,
} from './support/sentence.ts'

const MORE = Array.from({ length: 30 }, (_, index) => ({
  id: `gast${index}`,
  name: `Gast ${index}`,
  role: 'participant',
  group: 'inwoner',
  detail: null,
}))
const [NEVER, LATE] = ['gast0', 'gast1']
const more = system('addPeople', () => ({ people: MORE }))
const others = MORE.map(({ id }) => id).filter((id) => id !== NEVER && id !== LATE)
const roles = ['lawful', 'networking', 'performing', 'participating'] as const

/** Forty people over eight tables: Ans is on the telephone, one never opened the link, and one is on the way. */
const splitting = [
  ...inPlenary,
  more,
  ...others.map(joins),
  ...roles.map((role) => organiser('addTable', { role })),
  phones('Ans'),
  goesAway('Ans', NEVER, LATE),
  organiser('spreadEvenly'),
  organiser('announceSplit'),
]

test('[V22] [T4] each has a seat: on the telephone, never in, and on the way', () => {
  const { state } = given(splitting)
  const people = state.order.filter((id) => state.people[id]?.role === 'participant')
  expect(people).toHaveLength(40)
  const sizes = state.tableOrder.map(
    (table) => people.filter((id) => state.seating?.seats[id] === table).length,
  )
  expect(sizes).toEqual(Array(8).fill(5))
})

test('[V22] each lands at their table: who comes three minutes late too, and who was moved by hand while all moved', () => {
  const told = given(splitting, wait(10_000))
  const seats = { ...told.state.seating?.seats }
  const other = told.state.tableOrder.find((table) => table !== seats['Bram']) ?? ''
  told.when(organiser('movePerson', { person: 'Bram', table: other }), wait(10_000)).phaseIs('tables')
  told.placeIs('Bram', other).placeIs('Ans', seats['Ans'] ?? '')
  told.when(wait(180_000), joins(LATE)).placeIs(LATE, seats[LATE] ?? '')
  expect(project(told.state, LATE).floors[seats[LATE] ?? '']).toBeDefined()
  told.when(organiser('movePerson', { person: 'Ans', table: other })).placeIs('Ans', other)
  told
    .placeIs(NEVER, seats[NEVER] ?? '')
    .when(joins(NEVER))
    .placeIs(NEVER, seats[NEVER] ?? '')
})

test('[V22] whoever leads the table has the hand of who is on the telephone, wherever they were moved', () => {
  const told = given(splitting, wait(20_000), organiser('movePerson', { person: 'Ans', table: 't2' }))
  told.when(does('Frank', 'raiseFor', () => ({ room: 't2', person: 'Ans' }))).queueAt('t2', 'Ans')
})
