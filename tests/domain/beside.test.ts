import { expect, test } from 'vitest'
import { mayBeHeard } from '../../shared/dialogue/floor/mayBeHeard.ts'
import { guestsOf, isHere, placeOf } from '../../shared/dialogue/places.ts'
import { createMarks, KEY } from '../../shared/dialogue/time/marks.ts'
import { timesOf } from '../../shared/dialogue/time/timeBook.ts'
import {
  atTables,
  does,
  ends,
  given,
  goesAway,
  inPlenary,
  joins,
  mode,
  next,
  organiser,
  raise,
  sitsBeside,
  wait,
  type Step,
} from './support/sentence.ts'
import { START } from './support/world.ts'

/** Loes is in on no device of her own. */
const sitsByAns = [goesAway('Loes'), sitsBeside('Ans', 'Loes')]
const together: Step[] = [...inPlenary, ...sitsByAns]
const raisesFor = (host: string, guest: string) =>
  does(host, 'raiseBeside', () => ({ room: 'plenary', person: guest }))
const turnBy = (who: string, type: 'startTurn' | 'endTurn' | 'passTurn') =>
  does(who, type, ({ state }) => ({ room: 'plenary', turn: state.floors['plenary']?.turn?.id ?? 'none' }))

test('whoever sits beside somebody is named by hand, is in, and is where that device is', () => {
  const { state } = given(together)
  expect(guestsOf(state, 'Ans')).toEqual(['Loes'])
  expect(isHere(state, 'Loes', new Set(['Ans']))).toBe(true)
  expect(isHere(state, 'Loes', new Set())).toBe(false)
  const seated = given(atTables, sitsByAns).state
  expect(placeOf(seated, 'Loes')).toBe(placeOf(seated, 'Ans'))
})

test('nobody who is in on a device of their own is named, nor beside two people, nor beside a guest', () => {
  given(inPlenary).when(sitsBeside('Ans', 'Bram')).refuses('no_such_person')
  given(together).when(sitsBeside('Bram', 'Loes')).refuses('no_such_person')
  given(together, goesAway('Bram'))
    .when(organiser('sitBeside', { person: 'Loes', guest: 'Bram' }))
    .refuses('no_such_person')
  given(together).when(sitsBeside('Ans', 'Loes')).gives()
  given(inPlenary, goesAway('Loes'))
    .when(does('Ans', 'sitBeside', () => ({ person: 'Bram', guest: 'Loes' })))
    .refuses('not_your_role')
})

test('[F3] each has a place of their own in the line: both hands stand there by name', () => {
  given(together, raisesFor('Ans', 'Loes'), raise('Bram'), raise('Ans')).queueIs('Loes', 'Bram', 'Ans')
  given(together).when(raisesFor('Bram', 'Loes')).refuses('no_such_person')
  given(together, raisesFor('Ans', 'Loes'))
    .when(does('Ans', 'lowerBeside', () => ({ room: 'plenary', person: 'Loes' })))
    .gives('HandLowered Loes')
})

test('[F9] the turn is the guest’s, and the device that carries it is heard for it, until it ends', () => {
  const told = given(together, raisesFor('Ans', 'Loes'), next()).turnIs('Loes', 'offered')
  told.when(turnBy('Bram', 'startTurn')).refuses('not_your_turn')
  const begun = given(together, raisesFor('Ans', 'Loes'), next()).when(turnBy('Ans', 'startTurn'))
  begun.turnIs('Loes', 'speaking')
  expect(mayBeHeard(begun.state, 'plenary', 'Ans')).toBe(true)
  expect(mayBeHeard(begun.state, 'plenary', 'Bram')).toBe(false)
  begun.when(turnBy('Ans', 'endTurn')).gives('TurnEnded Loes done')
  expect(mayBeHeard(begun.state, 'plenary', 'Ans')).toBe(false)
})

test('[F5] the device drops: the turn waits for the guest as for everybody', () => {
  given(together, raisesFor('Ans', 'Loes'), next(), turnBy('Ans', 'startTurn'), goesAway('Ans')).turnIs(
    'Loes',
    'dropped',
  )
})

test('[S2] a turn is counted by its clock, under the name of the guest', () => {
  const { state } = given(
    together,
    raisesFor('Ans', 'Loes'),
    next(),
    turnBy('Ans', 'startTurn'),
    wait(40_000),
    turnBy('Ans', 'endTurn'),
  )
  expect(state.floors['plenary']?.heldMs).toEqual({ Loes: 40_000 })
  expect(
    given(together, raise('Ans'), next(), turnBy('Ans', 'startTurn'), wait(10_000), ends('Ans')).state.floors[
      'plenary'
    ]?.heldMs,
  ).toEqual({ Ans: 10_000 })
})

test('[S2, S8] in free talk what that device hears is measured together, and counted for neither of the two', () => {
  const free = given(inPlenary, mode('free')).state
  const shared = given(inPlenary, mode('free'), sitsByAns).state
  const { marks, note } = createMarks()
  note(free, START)
  note(shared, START + 10_000)
  expect(marks[KEY.shared('plenary', 'Ans')]).toHaveLength(1)
  const said = [
    { startMs: START + 2_000, endMs: START + 6_000 },
    { startMs: START + 12_000, endMs: START + 20_000 },
  ]
  const book = {
    marks,
    measured: { plenary: { Ans: said, Bram: said } },
    mutes: {},
    gaps: {},
    corrections: [],
  }
  const times = timesOf(book, START + 30_000)
  expect(times.counted['plenary']).toEqual({ Ans: 4_000, Bram: 12_000 })
  expect(times.measured['plenary']).toEqual({ Ans: 12_000, Bram: 12_000 })
})

test('who opens their own link sits apart again, with their hand where it was', () => {
  const told = given(together, raisesFor('Ans', 'Loes'), raise('Bram'))
    .when(joins('Loes'))
    .gives('PersonJoined Loes')
  expect(told.state.beside).toEqual({})
  told.queueIs('Loes', 'Bram')
})
