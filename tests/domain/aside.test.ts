import { expect, test } from 'vitest'
import { asideOf } from '../../shared/dialogue/aside.ts'
import { mayBeHeard, mayPrepare } from '../../shared/dialogue/floor/mayBeHeard.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import { project } from '../../shared/dialogue/project.ts'
import {
  atTables,
  does,
  given,
  inPlenary,
  leaves,
  mode,
  next,
  raise,
  speaks,
  starts,
  talksApart,
} from './support/sentence.ts'
import { PEOPLE } from './support/world.ts'

const says = (apart: boolean, screen = false) => does('Ans', 'setAside', () => ({ speaks: apart, screen }))
const opens = (who: string) => does('Henk', 'openAside', () => ({ person: who }))
const closes = (by: string) => does(by, 'closeAside', () => ({ person: 'Ans' }))
const asksAndGets = (who: string) => [
  does(who, 'askHelp', () => ({})),
  does('Henk', 'takeHelp', () => ({ person: who })),
]

test('a helper talks apart with whoever they help, and with one person at a time', () => {
  given(
    inPlenary,
    does('Ans', 'askHelp', () => ({})),
  )
    .when(opens('Ans'))
    .refuses('no_such_person')
  const told = given(inPlenary, talksApart('Ans'), asksAndGets('Bram'))
  told.when(opens('Ans')).gives()
  told.when(opens('Bram')).refuses('already')
  expect(asideOf(told.state, 'Ans')?.takenBy).toBe('Henk')
  expect(asideOf(told.state, 'Henk')?.person).toBe('Ans')
  expect(asideOf(told.state, 'Bram')).toBeNull()
})

test('[F2] it stands beside the place: nobody leaves their table for it, and the hand stays', () => {
  const before = given(atTables)
  const { state } = given(atTables, talksApart('Ans'), says(true))
  expect(placeOf(state, 'Ans')).toBe(placeOf(before.state, 'Ans'))
  expect(given(inPlenary, raise('Ans'), talksApart('Ans')).state.floors.plenary?.queue).toHaveLength(1)
})

test('[F9] the table hears nothing of whoever speaks apart, and hears them again when they stop', () => {
  const told = given(inPlenary, mode('free'), talksApart('Ans'))
  expect(mayBeHeard(told.state, 'plenary', 'Ans')).toBe(true)
  told.when(says(true)).gives('AsideSet Ans')
  expect(mayBeHeard(told.state, 'plenary', 'Ans')).toBe(false)
  told.when(says(false))
  expect(mayBeHeard(told.state, 'plenary', 'Ans')).toBe(true)
})

test('[F9] only who asked opens their own microphone and screen: the helper has no such command', () => {
  given(inPlenary, talksApart('Ans'))
    .when(does('Henk', 'setAside', () => ({ speaks: true, screen: true })))
    .refuses('not_your_role')
  const { state } = given(inPlenary, talksApart('Ans'))
  expect(asideOf(state, 'Ans')?.aside).toMatchObject({ speaks: false, screen: false })
})

test('[S7] nobody speaks apart on the clock of their turn', () => {
  given(inPlenary, talksApart('Ans'), speaks('Ans')).when(says(true)).refuses('floor_first')
  given(inPlenary, talksApart('Ans'), speaks('Ans')).when(says(false, true)).gives('AsideSet Ans')
})

test('[F4] a turn that is offered is begun by the same press that ends speaking apart', () => {
  const told = given(inPlenary, raise('Ans'), talksApart('Ans')).when(says(true)).when(next())
  expect(mayPrepare(told.state, 'plenary', 'Ans')).toBe(false)
  const begun = told.when(starts('Ans')).gives('AsideSet Ans', 'TurnStarted Ans')
  expect(mayBeHeard(begun.state, 'plenary', 'Ans')).toBe(true)
})

test('either of the two ends it, and nobody else; it ends with the call, and when the helper leaves', () => {
  const told = given(inPlenary, talksApart('Ans'))
  told.when(closes('Ans')).gives('AsideClosed Ans')
  const again = given(inPlenary, talksApart('Ans'))
  again.when(closes('Bram')).refuses('not_your_role')
  again.when(closes('Henk')).gives('AsideClosed Ans')
  expect(
    given(
      inPlenary,
      talksApart('Ans'),
      does('Ans', 'closeHelp', () => ({ person: 'Ans' })),
    ).state.help,
  ).toEqual([])
  given(inPlenary, talksApart('Ans')).when(leaves('Henk')).gives('AsideClosed Ans', 'PersonLeft Henk')
})

test('each talk has a version of its own, so that no pass of the one before is good for it', () => {
  const first = given(inPlenary, talksApart('Ans')).state
  const second = given(inPlenary, talksApart('Ans'), closes('Ans'), opens('Ans')).state
  expect(asideOf(second, 'Ans')?.aside.version).toBeGreaterThan(asideOf(first, 'Ans')?.aside.version ?? 0)
})

test('the table does not know of it: who sees the call sees the talk, and nobody else', () => {
  const { state } = given(atTables, talksApart('Ans'), says(true))
  const knowing = PEOPLE.map(({ id }) => id).filter((viewer) => asideOf(project(state, viewer), 'Ans'))
  expect(knowing).toEqual(['Olga', 'Femke', 'Henk', 'Ans'])
})

test('a helper passes a call on to another helper, and to nobody else; the talk apart ends with it', () => {
  const ria = { person: 'Ans', name: 'Ria', role: 'helper', group: null }
  const passes = (by: string, helper: string) => does(by, 'passHelp', () => ({ person: 'Bram', helper }))
  const told = given(
    inPlenary,
    does('Olga', 'changePeople', () => ({ changes: [ria] })),
    asksAndGets('Bram'),
    opens('Bram'),
  )
  for (const [by, to] of [
    ['Henk', 'Femke'],
    ['Henk', 'Cees'],
    ['Ans', 'Ans'],
  ] as const)
    told.when(passes(by, to)).refuses('no_such_person')
  told.when(passes('Bram', 'Ans')).refuses('not_your_role')
  told.when(passes('Henk', 'Henk')).gives()
  told.when(passes('Henk', 'Ans')).gives('AsideClosed Bram', 'HelpTaken Bram')
  expect(told.state.help).toMatchObject([{ person: 'Bram', takenBy: 'Ans', aside: null }])
  told.when(passes('Henk', 'Ans')).refuses('no_such_person')
})
