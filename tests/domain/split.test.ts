import { expect, test } from 'vitest'
import { documentRight, openRooms, peopleIn, roomVersion } from '../../shared/dialogue/places.ts'
import {
  atTables,
  does,
  given,
  goesAway,
  inPlenary,
  joins,
  leader,
  leaves,
  mode,
  next,
  organiser,
  raise,
  speaks,
  starts,
  system,
  wait,
} from './support/sentence.ts'

const planned = [...inPlenary, organiser('spreadEvenly')]
const announced = [...planned, organiser('announceSplit')]
const recalled = [...atTables, organiser('announceRecall'), organiser('finishRecall', { version: 1 })]

test('[T1] the seating is stored before anybody moves', () => {
  const told = given(planned).when(organiser('announceSplit')).gives('SplitAnnounced').phaseIs('announced')
  expect(Object.keys(told.state.seating?.seats ?? {})).toHaveLength(10)
  told.placeIs('Ans', 'plenary')
})

test('[T1] a split without seats is not announced', () => {
  given(inPlenary).when(organiser('announceSplit')).refuses('empty_plan')
})

test('[T1] a late step of an old version does nothing; a person is told', () => {
  given(announced, organiser('cancelSplit'), organiser('announceSplit'))
    .when(system('startTables', () => ({ version: 1 })))
    .gives()
    .phaseIs('announced')
    .when(organiser('startTables', { version: 1 }))
    .refuses('old_version')
})

test('[T1] every announcement has a higher version, after a cancelled one too', () => {
  const told = given(announced, organiser('cancelSplit')).when(organiser('announceSplit'))
  expect(told.state.seating?.version).toBe(2)
})

test('[T2] the countdown is twenty seconds; at its end everybody sits at their table', () => {
  given(announced)
    .when(wait(19_999))
    .gives()
    .when(wait(1))
    .gives('TablesStarted')
    .placeIs('Ans', 't1')
    .placeIs('Bram', 't2')
})

test('[T2] it can be extended', () => {
  given(announced, wait(10_000), organiser('extendSplit', { ms: 60_000 }))
    .when(wait(69_999))
    .phaseIs('announced')
    .when(wait(1))
    .phaseIs('tables')
})

test('[T2] it can be cancelled, and then nobody moves', () => {
  given(announced).when(organiser('cancelSplit'), wait(60_000)).gives('SplitCancelled').phaseIs('plenary')
})

test('[T3] every split makes new rooms', () => {
  const told = given(recalled, organiser('spreadEvenly'), organiser('announceSplit'), wait(20_000))
  expect(roomVersion(told.state, 't1')).toBe(2)
  expect(roomVersion(told.state, 'plenary')).toBe(0)
})

test('[T3] people sit in one room each: plenary or table; the clerk in none', () => {
  const { state } = given(atTables)
  const everywhere = openRooms(state).flatMap((room) => peopleIn(state, room))
  expect([...everywhere, 'Griet'].toSorted()).toEqual(state.order.toSorted())
  expect(peopleIn(state, 'plenary')).toEqual(['Olga', 'Henk', 'Toos', 'Tariq'])
})

test('[T4] a newcomer has no seat and lands in the plenary', () => {
  const newcomer = { id: 'Zoe', name: 'Zoë', role: 'participant', group: 'inwoner', detail: null }
  given(
    atTables,
    system('addPeople', () => ({ people: [newcomer] })),
  )
    .when(joins('Zoe'))
    .placeIs('Zoe', 'plenary')
    .when(organiser('movePerson', { person: 'Zoe', table: 't3' }))
    .gives('PersonMoved Zoe')
    .placeIs('Zoe', 't3')
})

test('[T4] somebody who left and returns lands at their table', () => {
  given(atTables, leaves('Ans')).placeIs('Ans', null).when(joins('Ans')).placeIs('Ans', 't1')
})

test('[T5] who is moved takes no hand along to another table', () => {
  given(atTables, mode('firstCome', 't1'), speaks('Ans').slice(0, 1), raise('Eva'), next('t1'), starts('Ans'))
    .when(organiser('movePerson', { person: 'Ans', table: 't2' }))
    .gives('PersonMoved Ans', 'TurnEnded Ans left', 'FloorGranted Eva')
    .placeIs('Ans', 't2')
})

test('[T6] the recall warns a minute ahead, and can be cancelled', () => {
  given(atTables, organiser('announceRecall'))
    .when(wait(59_999))
    .phaseIs('recalling')
    .placeIs('Ans', 't1')
    .when(wait(1))
    .gives('RecallFinished')
    .placeIs('Ans', 'plenary')
  given(atTables, organiser('announceRecall'))
    .when(organiser('cancelRecall'), wait(100_000))
    .phaseIs('tables')
})

test('[T6] the recall can be extended', () => {
  given(atTables, organiser('announceRecall'), organiser('extendSplit', { ms: 60_000 }))
    .when(wait(119_999))
    .phaseIs('recalling')
    .when(wait(1))
    .phaseIs('plenary')
})

test('[T6] after the recall everybody may read every table, and nobody may write', () => {
  const before = given(atTables).state
  expect(documentRight(before, 'Ans', 't1')).toBe('write')
  expect(documentRight(before, 'Ans', 't2')).toBe('none')
  expect(documentRight(before, 'Femke', 't3')).toBe('write')
  const { state } = given(recalled)
  for (const person of ['Ans', 'Femke', 'Toos', 'Tariq'])
    expect(documentRight(state, person, 't2')).toBe('read')
  expect(documentRight(state, 'Henk', 't2')).toBe('none')
})

test('[T6] who speaks at the recall has the time counted, and hands of the plenary are still there', () => {
  const told = given(
    inPlenary,
    raise('Ans'),
    raise('Bram'),
    organiser('spreadEvenly'),
    organiser('announceSplit'),
    wait(20_000),
  )
  told
    .when(mode('firstCome', 't1'), raise('Ans'), next('t1'), starts('Ans'), wait(4_000))
    .when(organiser('announceRecall'), wait(60_000))
    .queueIs('Ans', 'Bram')
  expect(told.state.floors.t1?.heldMs).toEqual({ Ans: 64_000 })
})

test('[T7] an earlier seating can be repeated', () => {
  const told = given(
    recalled,
    organiser('seatPerson', { person: 'Ans', table: 't4' }),
    organiser('announceSplit'),
    wait(20_000),
  )
  told.placeIs('Ans', 't4').when(organiser('repeatSeating', { version: 1 }))
  expect(told.state.plan?.seats.Ans).toBe('t1')
  told.when(organiser('repeatSeating', { version: 9 })).refuses('old_version')
})

test('tables: one that was sat at stays, for its text does', () => {
  given(recalled)
    .when(organiser('removeTable', { table: 't1' }))
    .refuses('table_in_use')
  given(planned)
    .when(organiser('removeTable', { table: 't4' }))
    .gives('TableRemoved')
})

test('tables: a new one gets the next number', () => {
  const { state } = given(inPlenary, organiser('addTable', { role: 'networking' }))
  expect(Object.values(state.tables).at(-1)).toMatchObject({
    number: 5,
    role: 'networking',
    facilitators: [],
  })
})

test('a facilitator of two tables is at one of them, and chooses which', () => {
  given(atTables)
    .placeIs('Femke', 't1')
    .when(does('Femke', 'attendTable', () => ({ table: 't3' })))
    .placeIs('Femke', 't3')
  given(atTables)
    .when(does('Femke', 'attendTable', () => ({ table: 't2' })))
    .refuses('not_your_room')
})

test('a facilitator who goes to another desk stops guiding here', () => {
  given(atTables, leader('t1', 'startSteering'))
    .when(does('Femke', 'attendTable', () => ({ table: 't3' })))
    .gives('TableAttended Femke', 'SteeringStopped Femke')
})

test('a facilitator asks for time; setting the clock answers it', () => {
  const told = given(
    atTables,
    does('Femke', 'askTime', () => ({ table: 't1' })),
  )
  expect(told.state.timeAsked).toEqual(['t1'])
  expect(told.when(organiser('extendClock', { ms: 300_000 })).state.timeAsked).toEqual([])
})

test('the clock can be set, extended, stopped and run again; at zero nothing happens', () => {
  const told = given(atTables, organiser('setClock', { ms: 60_000 }), wait(20_000), organiser('stopClock'))
  expect(told.state.clock).toEqual({ endsAt: null, leftMs: 40_000, totalMs: 60_000 })
  told.when(organiser('extendClock', { ms: 30_000 }), organiser('runClock'))
  expect(told.state.clock?.endsAt).toBe(told.world.now + 70_000)
  told.when(wait(100_000)).gives().phaseIs('tables')
})

test('the end closes every floor and shares the texts', () => {
  const told = given(atTables, raise('Ans'))
    .when(organiser('endSession'))
    .gives('SessionEnded')
    .phaseIs('ended')
    .placeIs('Ans', null)
  expect(told.state.shared).toBe(true)
  told.queueAt('t1').when(raise('Ans')).refuses('not_your_room')
})

test('people who are away keep their seat', () => {
  given(atTables, goesAway('Ans'), wait(600_000)).placeIs('Ans', 't1')
})

test('spreading gives whoever facilitates and leads no table one that nobody leads, and leaves who was chosen', () => {
  const more = Array.from({ length: 4 }, (_, index) => ({
    id: `fac${index}`,
    name: `Vera ${index}`,
    role: 'facilitator',
    group: null,
    detail: null,
  }))
  const roles = ['lawful', 'networking', 'performing', 'participating'] as const
  const before = given(
    inPlenary,
    system('addPeople', () => ({ people: more })),
    ...roles.map((role) => organiser('addTable', { role })),
  )
  const led = Object.values(before.state.tables).map(({ facilitators }) => facilitators)
  const { state } = before.when(organiser('spreadEvenly'))
  const now = state.tableOrder.map((table) => state.tables[table]?.facilitators)
  expect(now.slice(0, led.length - 4)).toEqual(led.slice(0, -4))
  expect(now.slice(-4)).toEqual(more.map(({ id }) => [id]))
})
