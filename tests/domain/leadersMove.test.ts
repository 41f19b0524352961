import { describe, expect, test } from 'vitest'
import { project } from '../../shared/dialogue/project.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
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
  wait,
} from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

const announced = [...inPlenary, organiser('spreadEvenly'), organiser('announceSplit')]
const attends = (table: string) => does('Femke', 'attendTable', () => ({ table }))

/** Whoever is in the meeting; the clerk follows nothing of it. */
const viewers = PEOPLE.filter(({ role }) => role !== 'clerk').map(({ id }) => id)
const countdowns = (state: SessionState) =>
  new Set(viewers.map((id) => JSON.stringify(project(state, id).phase)))

describe('[V21] whoever leads goes as everybody goes', () => {
  test('sees the same countdown as all: extended, cancelled and announced anew while their line was down', () => {
    const told = given(announced, wait(5_000), goesAway('Femke'), organiser('extendSplit', { ms: 60_000 }))
    expect(countdowns(told.state)).toEqual(new Set([JSON.stringify(told.state.phase)]))
    told.when(
      organiser('cancelSplit'),
      wait(2_000),
      organiser('announceSplit'),
      wait(3_000),
      comesBack('Femke'),
    )
    expect(countdowns(told.state)).toEqual(new Set([JSON.stringify(told.state.phase)]))
    expect(told.state.phase).toEqual({ name: 'announced', version: 2, deadline: told.world.now + 17_000 })
  })

  test('comes in on another device while everybody moves, and lands at the own table', () => {
    given(announced, wait(5_000), goesAway('Femke'), wait(15_000))
      .phaseIs('tables')
      .placeIs('Femke', 't1')
      .when(comesBack('Femke'), joins('Femke'))
      .placeIs('Femke', 't1')
    given(announced, wait(5_000), leaves('Femke'), wait(15_000))
      .placeIs('Femke', null)
      .when(joins('Femke'))
      .placeIs('Femke', 't1')
  })

  test('goes to another table of theirs and back, and nothing throws them back', () => {
    const told = given(atTables, attends('t3')).placeIs('Femke', 't3')
    told
      .when(organiser('announceRecall'), wait(10_000), organiser('extendSplit', { ms: 60_000 }))
      .placeIs('Femke', 't3')
    told
      .when(organiser('cancelRecall'), organiser('movePerson', { person: 'Ans', table: 't3' }))
      .placeIs('Femke', 't3')
    told.when(goesAway('Femke'), wait(200_000), comesBack('Femke'), joins('Femke')).placeIs('Femke', 't3')
    told.when(leaves('Femke'), joins('Femke')).placeIs('Femke', 't3')
    told.when(attends('t1'), organiser('movePerson', { person: 'Ans', table: 't1' })).placeIs('Femke', 't1')
  })

  test('before a split they may already choose where to go first, and it stays so when it is put off', () => {
    given(announced, attends('t3'), organiser('extendSplit', { ms: 60_000 }))
      .when(organiser('cancelSplit'), organiser('announceSplit'), wait(20_000))
      .phaseIs('tables')
      .placeIs('Femke', 't3')
  })

  test('who was chosen for a table in the last second leads it, and who led it no longer does', () => {
    given(
      announced,
      goesAway('Femke'),
      organiser('assignFacilitator', { table: 't1', person: 'Frank' }),
      wait(20_000),
    )
      .when(comesBack('Femke'), joins('Femke'))
      .placeIs('Femke', 't3')
      .when(attends('t1'))
      .refuses('not_your_room')
  })
})
