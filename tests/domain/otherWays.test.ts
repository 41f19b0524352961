import { expect, test } from 'vitest'
import { mayBeHeard } from '../../shared/dialogue/floor/mayBeHeard.ts'
import {
  atTables,
  does,
  ends,
  given,
  goesAway,
  grants,
  inPlenary,
  joins,
  leader,
  leaves,
  lower,
  mode,
  next,
  phones,
  raise,
  raiseToType,
  starts,
  types,
  wait,
} from './support/sentence.ts'

/** Typed turns and guests on the telephone stand in the same queue (F3). */

const raiseFor = (who: string) => leader('plenary', 'raiseFor', () => ({ person: who }))
const begins = (who: string, by = 'Olga') =>
  does(by, 'startTurn', ({ state }) => ({ room: 'plenary', turn: state.floors['plenary']?.turn?.id ?? who }))

test('[F3] who types stands in the same queue, in the order of the hands', () => {
  given(inPlenary, raise('Ans'), raiseToType('Bram'), raise('Cees')).queueIs('Ans', 'Bram', 'Cees')
})

test('[F3] from speaking to typing and back the place stays', () => {
  const changed = given(inPlenary, raise('Ans'), raise('Bram')).when(raiseToType('Ans'))
  changed.gives('HandTyped Ans').queueIs('Ans', 'Bram')
  expect(changed.state.floors['plenary']?.queue[0]?.typed).toBe(true)
  given(inPlenary, raiseToType('Ans')).when(raiseToType('Ans')).gives()
})

test('[F3] [F4] a hand lowered a moment ago may come back to type', () => {
  const back = given(inPlenary, raise('Ans'), raise('Bram'), lower('Ans')).when(raiseToType('Ans'))
  back.queueIs('Ans', 'Bram')
  expect(back.state.floors['plenary']?.queue[0]?.typed).toBe(true)
})

test('[F3] [F9] who types is read and not heard: the microphone stays away', () => {
  const typing = given(inPlenary, raiseToType('Ans'), grants('Ans'), starts('Ans'))
  expect(mayBeHeard(typing.state, 'plenary', 'Ans')).toBe(false)
  const said = typing.when(types('Ans', 'Ik woon hier al dertig jaar.'))
  said.gives('TurnTyped Ans')
  expect(said.state.floors['plenary']?.typed).toMatchObject([
    { person: 'Ans', text: 'Ik woon hier al dertig jaar.' },
  ])
})

test('[F3] typing in an offered turn begins it; somebody else may not type in it', () => {
  given(inPlenary, raiseToType('Ans'), grants('Ans'))
    .when(types('Ans', 'Goed idee.'))
    .gives('TurnStarted Ans', 'TurnTyped Ans')
  given(inPlenary, raiseToType('Ans'), grants('Ans')).when(types('Bram', 'Ik ook.')).refuses('not_your_turn')
})

test('[F3] who speaks may type as well, a link for example', () => {
  const both = given(inPlenary, raise('Ans'), grants('Ans'), starts('Ans')).when(
    types('Ans', 'Zie de kaart.'),
  )
  both.gives('TurnTyped Ans')
  expect(mayBeHeard(both.state, 'plenary', 'Ans')).toBe(true)
})

test('[F3] whoever leads raises a hand for a guest on the telephone, in the same queue', () => {
  given(inPlenary, phones('Bram'), raise('Ans'), raiseFor('Bram'), raise('Cees')).queueIs(
    'Ans',
    'Bram',
    'Cees',
  )
  given(inPlenary).when(raiseFor('Bram')).refuses('no_such_person')
})

test('[F3] a guest on the telephone is there without a line, is next in order, and whoever leads begins and ends the turn', () => {
  const told = given(inPlenary, phones('Bram'), goesAway('Bram'), raiseFor('Bram'))
    .when(next())
    .gives('FloorGranted Bram')
  told.when(begins('Bram')).gives('TurnStarted Bram').turnIs('Bram', 'speaking')
  told.when(wait(60_000)).turnIs('Bram', 'speaking')
  given(inPlenary, phones('Bram'), raiseFor('Bram'), next())
    .when(begins('Bram', 'Ans'))
    .refuses('not_your_turn')
})

test('[F9] a guest on the telephone is heard through whoever leads the room, as long as the turn lasts', () => {
  const turn = given(inPlenary, phones('Bram'), raiseFor('Bram'), next(), begins('Bram'))
  expect(mayBeHeard(turn.state, 'plenary', 'Olga')).toBe(true)
  expect(mayBeHeard(turn.state, 'plenary', 'Femke')).toBe(false)
  turn.when(next())
  expect(mayBeHeard(turn.state, 'plenary', 'Olga')).toBe(false)
})

test('[F2] [F6] a guest on the telephone takes part in a round, and leaves like anyone', () => {
  const round = given(inPlenary, leaves('Bram'), mode('round')).when(phones('Bram'))
  round.gives('PhoneSet Bram', 'RoundJoined Bram')
  given(inPlenary, phones('Bram'), raiseFor('Bram')).when(leaves('Bram')).queueIs()
})

test('[F6] after a round there is a summary: who spoke, who passed, who was not there', () => {
  const seats = given(atTables).state
  const [first, second, third, ...rest] = seats.order.filter((id) => seats.seating?.seats[id] === 't1')
  if (!first || !second || !third) throw new Error('t1 is too small')
  const go = [next('t1')]
  const passes = (who: string) =>
    does(who, 'passTurn', ({ state }) => ({ room: 't1', turn: state.floors['t1']?.turn?.id }))
  const told = given(
    atTables,
    goesAway(third, ...rest),
    mode('round', 't1'),
    go,
    starts(first),
    ends(first),
    passes(second),
    passes(second),
    next('t1'),
  )
  expect(told.state.floors['t1']?.lastRound).toEqual({
    spoke: [first],
    passed: [second],
    missed: [third, ...rest],
  })
  given(atTables, joins('Ans'), mode('round', 't1'), mode('free', 't1'))
  expect(told.when(mode('free', 't1')).state.floors['t1']?.lastRound).toBeNull()
})
