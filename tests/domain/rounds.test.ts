import { expect, test } from 'vitest'
import {
  comesBack,
  ends,
  given,
  goesAway,
  grants,
  inPlenary,
  joins,
  leader,
  leaves,
  mode,
  next,
  organiser,
  passes,
  raise,
  starts,
  wait,
} from './support/sentence.ts'
import { PARTICIPANTS } from './support/world.ts'
import type { Step } from './support/sentence.ts'

const speak = (who: string): Step[] => [starts(who), ends(who)]
/** Ans, Bram and Cees only; the others left. */
const three = [...inPlenary, ...PARTICIPANTS.slice(3).map(leaves)]

test('[F6] a round goes along everybody in seat order, once', () => {
  given(three, mode('round'))
    .when(next(), speak('Ans'), speak('Bram'), speak('Cees'))
    .gives(
      'FloorGranted Ans',
      'TurnStarted Ans',
      'TurnEnded Ans done',
      'FloorGranted Bram',
      'TurnStarted Bram',
      'TurnEnded Bram done',
      'FloorGranted Cees',
      'TurnStarted Cees',
      'TurnEnded Cees done',
      'RoundEnded',
    )
})

test('[F6] who passes has a second chance at the end, and only one', () => {
  given(three, mode('round'), next())
    .when(passes('Ans'), speak('Bram'), speak('Cees'))
    .turnIs('Ans')
    .when(passes('Ans'))
    .gives('TurnEnded Ans passed', 'RoundEnded')
})

test('[F6] the second chance shows as soon as everybody has had the first', () => {
  const told = given(three, mode('round'), next(), passes('Ans'), speak('Bram'))
  expect(told.state.floors.plenary?.round?.second).toBe(false)
  expect(told.when(speak('Cees')).state.floors.plenary?.round?.second).toBe(true)
})

test('[F6] a late joiner is added at the end', () => {
  given(three, mode('round'), next(), speak('Ans'))
    .when(joins('Loes'), speak('Bram'), speak('Cees'))
    .turnIs('Loes')
})

test('[F2] [F6] who is away in a round is passed over and comes first when they are back', () => {
  given(three, mode('round'), goesAway('Ans'))
    .when(next())
    .turnIs('Bram')
    .when(comesBack('Ans'), speak('Bram'))
    .turnIs('Ans')
})

test('[F4] [F6] who is late in a round is asked again after the next', () => {
  given(three, mode('round'), next()).when(wait(20_000)).turnIs('Bram').when(speak('Bram')).turnIs('Ans')
})

test('[F6] who leaves is not waited for', () => {
  given(three, mode('round'), next(), speak('Ans'), speak('Bram'))
    .when(leaves('Cees'))
    .gives('PersonLeft Cees', 'HandDropped Cees', 'TurnEnded Cees left', 'RoundEnded')
})

test('[F6] with only absent people left, "Volgende" closes the round', () => {
  given(three, mode('round'), next(), goesAway('Bram', 'Cees'), speak('Ans'))
    .turnIs(null)
    .when(next())
    .gives('RoundEnded')
})

test('[F6] after the round the hands that were raised come in order', () => {
  given(three, mode('round'), raise('Cees'), next(), speak('Ans'), speak('Bram'), raise('Ans'), speak('Cees'))
    .queueIs('Ans')
    .when(next())
    .turnIs('Ans')
})

test('[F6] a round whose last people stay away does not keep raised hands waiting', () => {
  given(three, mode('round'), next(), goesAway('Bram', 'Cees'), raise('Femke'))
    .when(speak('Ans'))
    .turnIs('Femke')
})

test('[F6] a round that is done but not closed is closed when the leader has been gone', () => {
  const last = [mode('round'), next(), speak('Ans'), speak('Bram'), starts('Cees')].flat()
  const stop = leader('plenary', 'endTurn', ({ state }) => ({ turn: state.floors.plenary?.turn?.id }))
  given(three, last, stop, raise('Ans'), goesAway('Olga'))
    .when(wait(60_000))
    .gives('RoundEnded', 'FloorGranted Ans')
})

test('[F6] an override in a round counts as that turn of the round', () => {
  const told = given(three, mode('round'), next()).when(grants('Cees')).turnIs('Cees')
  expect(told.state.floors.plenary?.turn?.override).toBe(true)
  told.when(speak('Cees'), speak('Ans'), speak('Bram')).turnIs(null)
})

test('[F6] whoever leads is not in the round', () => {
  const told = given(inPlenary, mode('round'))
  expect(told.state.floors.plenary?.round?.order).toEqual(PARTICIPANTS)
})

test('[F6] the round goes on by itself when the leader has been gone', () => {
  given(three, mode('round'), goesAway('Olga')).when(wait(60_000)).gives('FloorGranted Ans')
})

const again = (room = 'plenary') => leader(room, 'restartRound')

test('[F6] a round anew is one step: everybody is asked once more, hands and the turn stay', () => {
  const begun = [mode('round'), raise('Cees'), next(), speak('Ans'), starts('Bram')].flat()
  given(three, begun)
    .when(again())
    .gives('ModeSet round')
    .queueIs('Cees')
    .turnIs('Bram', 'speaking')
    .when(ends('Bram'))
    .turnIs('Ans')
    .when(speak('Ans'))
    .turnIs('Cees')
    .when(starts('Cees'), ends('Cees'))
    .gives('TurnStarted Cees', 'TurnEnded Cees done', 'RoundEnded')
})

test('[F6] a round anew gives the second chance anew', () => {
  given(three, mode('round'), next(), passes('Ans'), passes('Bram'), passes('Cees'), passes('Ans'))
    .when(again(), passes('Bram'))
    .turnIs('Ans')
    .when(passes('Ans'), passes('Cees'))
    .turnIs('Ans')
})

test('[F6] a round anew asks whoever has come since, and not who left', () => {
  const told = given(three, mode('round'), next(), joins('Loes'), leaves('Bram')).when(again())
  expect(told.state.floors.plenary?.round?.order).toEqual(['Ans', 'Cees', 'Loes'])
})

test('[F6] a round that ended while the leader was asked still begins', () => {
  given(three, mode('round'), next(), speak('Ans'), speak('Bram'), speak('Cees'))
    .when(again())
    .gives('ModeSet round')
})

test('a round at a table is about that table only', () => {
  const told = given(inPlenary, organiser('spreadEvenly'), organiser('announceSplit'), wait(20_000))
  told.when(leader('t1', 'setMode', () => ({ mode: 'round' })))
  const order = told.state.floors.t1?.round?.order ?? []
  expect(order).toEqual(PARTICIPANTS.filter((name) => told.state.seating?.seats[name] === 't1'))
})
