import { expect, test } from 'vitest'
import { mayBeHeard, mayPrepare, mayShowCamera } from '../../shared/dialogue/floor/mayBeHeard.ts'
import {
  atTables,
  ends,
  given,
  goesAway,
  inPlenary,
  invites,
  leader,
  leaves,
  mode,
  next,
  raise,
  silence,
  speaks,
  starts,
} from './support/sentence.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'

const heard = (state: SessionState, room = 'plenary') =>
  state.order.filter((person) => mayBeHeard(state, room, person))

test('[F9] in a controlled mode nobody is heard before a turn has begun', () => {
  expect(heard(given(inPlenary).state)).toEqual([])
  expect(heard(given(inPlenary, raise('Ans'), next()).state)).toEqual([])
})

test('[F9] while a turn is offered the way is made ready for its holder alone, and no longer than that', () => {
  const prepared = (state: SessionState) =>
    state.order.filter((person) => mayPrepare(state, 'plenary', person))
  const told = given(inPlenary, raise('Ans'), raise('Bram'), next())
  expect(prepared(told.state)).toEqual(['Ans'])
  expect(prepared(given(inPlenary, raise('Ans'), next(), silence(60_000)).state)).toEqual([])
  expect(prepared(told.when(starts('Ans')).state)).toEqual([])
  expect(prepared(given(inPlenary, mode('free')).state)).toEqual([])
})

test('[F9] the holder is heard from the start of the turn to its end', () => {
  const told = given(inPlenary, raise('Ans'), next()).when(starts('Ans'))
  expect(heard(told.state)).toEqual(['Ans'])
  expect(heard(told.when(ends('Ans')).state)).toEqual([])
})

test('[F9] beside the holder an invited reply and whoever guides are heard', () => {
  const told = given(inPlenary, speaks('Ans'), invites('Bram'), leader('plenary', 'startSteering'))
  expect(heard(told.state)).toEqual(['Olga', 'Ans', 'Bram'])
})

test('[F9] whoever leads is not heard without guiding', () => {
  expect(heard(given(inPlenary, speaks('Ans')).state)).not.toContain('Olga')
})

test('[F9] a silence is silent, save for whoever guides', () => {
  const told = given(inPlenary, speaks('Ans'), silence(60_000))
  expect(heard(told.state)).toEqual([])
  expect(heard(told.when(leader('plenary', 'startSteering')).state)).toEqual(['Olga'])
})

test('[F9] in free talk everybody who takes part in that room is heard', () => {
  const { state } = given(atTables)
  const seated = state.order.filter((person) => state.seating?.seats[person] === 't1')
  expect(heard(state, 't1')).toEqual(['Femke', ...seated])
})

test('[F9] observers, helpers and interpreters are never heard', () => {
  const { state } = given(inPlenary, mode('free'))
  for (const person of ['Henk', 'Toos', 'Tariq']) expect(mayBeHeard(state, 'plenary', person)).toBe(false)
})

test('[T3] nobody is heard in a room where they are not', () => {
  const { state } = given(atTables)
  expect(heard(state, 'plenary')).toEqual([])
  expect(mayBeHeard(state, 't2', 'Ans')).toBe(false)
  expect(mayBeHeard(state, 't3', 'Femke')).toBe(false)
})

test('the lobby and the end are silent and dark', () => {
  const { state } = given()
  expect(heard(state)).toEqual([])
  expect(mayShowCamera(state, 'plenary', 'Ans')).toBe(false)
})

test('[F5] a dropped holder is not heard by a second device that lingers', () => {
  expect(heard(given(inPlenary, speaks('Ans'), goesAway('Ans')).state)).toEqual([])
})

test('who left is neither heard nor seen', () => {
  const { state } = given(inPlenary, mode('free'), leaves('Ans'))
  expect(mayBeHeard(state, 'plenary', 'Ans')).toBe(false)
  expect(mayShowCamera(state, 'plenary', 'Ans')).toBe(false)
})

test('who takes part is seen; who watches or helps is not', () => {
  const { state } = given(inPlenary)
  expect(mayShowCamera(state, 'plenary', 'Ans')).toBe(true)
  expect(mayShowCamera(state, 'plenary', 'Tariq')).toBe(true)
  expect(mayShowCamera(state, 'plenary', 'Toos')).toBe(false)
  expect(mayShowCamera(state, 'plenary', 'Henk')).toBe(false)
})
