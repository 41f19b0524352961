import { expect, test } from 'vitest'
import {
  asksTime,
  atTables,
  comesBack,
  does,
  ends,
  given,
  goesAway,
  hasSpoken,
  grants,
  inPlenary,
  leader,
  mode,
  next,
  passes,
  raise,
  silence,
  speaks,
  starts,
  system,
  wait,
} from './support/sentence.ts'
import { heldAt } from '../../shared/dialogue/floor/roomFloor.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'

const turnOf = (state: SessionState, room = 'plenary') => {
  const turn = state.floors[room]?.turn
  if (!turn) throw new Error('nobody has the floor')
  return turn
}

test('[F4] a grant is an offer of twenty seconds', () => {
  const told = given(inPlenary, raise('Ans')).when(next()).gives('FloorGranted Ans').turnIs('Ans', 'offered')
  expect(turnOf(told.state).deadline).toBe(told.world.now + 20_000)
})

test('[F4] "nog even" gives thirty seconds more, once', () => {
  const told = given(inPlenary, raise('Ans'), next(), wait(15_000))
    .when(asksTime('Ans'))
    .gives('TurnGivenTime Ans')
  expect(turnOf(told.state).deadline).toBe(told.world.now + 35_000)
  told.when(asksTime('Ans')).refuses('already')
})

test('[F4] who is late: the next goes first and nobody loses a place', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), raise('Cees'), next())
    .when(wait(20_000))
    .gives('TurnEnded Ans late', 'FloorGranted Bram')
    .queueIs('Ans', 'Cees')
    .when(starts('Bram'), ends('Bram'))
    .turnIs('Ans')
})

test('[F4] passing is free', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), next())
    .when(passes('Ans'))
    .gives('TurnEnded Ans passed', 'FloorGranted Bram')
    .queueIs()
})

test('[F4] nobody starts a turn for somebody else', () => {
  given(inPlenary, raise('Ans'), next())
    .when(does('Bram', 'startTurn', ({ state }) => ({ room: 'plenary', turn: turnOf(state).id })))
    .refuses('not_your_turn')
})

test('[F5] the speaker drops: the clock waits, and goes on when they return in time', () => {
  const told = given(inPlenary, speaks('Ans'), wait(5_000))
    .when(goesAway('Ans'), wait(29_000))
    .gives('TurnDropped Ans')
  expect(heldAt(turnOf(told.state), told.world.now)).toBe(5_000)
  told.when(comesBack('Ans'), wait(1_000)).gives('TurnResumed Ans').turnIs('Ans', 'speaking')
  expect(heldAt(turnOf(told.state), told.world.now)).toBe(6_000)
})

test('[F5] after thirty seconds the floor goes on, and the dropped speaker returns first', () => {
  given(inPlenary, speaks('Ans'), raise('Bram'), raise('Cees'))
    .when(goesAway('Ans'), wait(30_000))
    .gives('TurnDropped Ans', 'TurnEnded Ans dropped', 'FloorGranted Bram')
    .queueIs('Ans', 'Cees')
    .when(comesBack('Ans'), starts('Bram'), ends('Bram'))
    .turnIs('Ans')
})

test('[F8] an old timer never cuts a new turn of the same speaker', () => {
  const told = given(inPlenary, raise('Ans'), next())
  const old = turnOf(told.state).id
  told
    .when(passes('Ans'), raise('Ans'), next(), wait(5_000))
    .when(
      system('offerExpired', () => ({ room: 'plenary', turn: old })),
      system('dropExpired', () => ({ room: 'plenary', turn: old })),
    )
    .gives()
    .turnIs('Ans', 'offered')
})

test('[F8] a person who names an old turn is told so', () => {
  given(inPlenary, speaks('Ans'))
    .when(does('Ans', 'endTurn', () => ({ room: 'plenary', turn: 'old' })))
    .refuses('no_such_turn')
})

test('[F8] the grant clears the hand, not the sound', () => {
  given(inPlenary, raise('Ans'), raise('Bram')).when(next()).queueIs('Bram')
})

test('[F10] no timer ends a speaking turn, however long it lasts', () => {
  given(inPlenary, speaks('Ans'), raise('Bram')).when(wait(3_600_000)).gives().turnIs('Ans', 'speaking')
})

test('[F6] the floor goes on by itself after an end', () => {
  given(inPlenary, raise('Bram'), speaks('Ans'), raise('Cees'))
    .when(ends('Ans'))
    .gives('TurnEnded Ans done', 'FloorGranted Bram')
})

test('[F6] "Volgende" ends the running turn and offers to the next', () => {
  given(inPlenary, speaks('Ans'), raise('Bram'))
    .when(next())
    .gives('TurnEnded Ans stopped', 'FloorGranted Bram')
  given(inPlenary).when(next()).refuses('nobody_waiting')
})

test('[F6] "Volgende" past somebody who has not begun keeps their place in front', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), next()).when(next()).turnIs('Bram').queueIs('Ans')
})

test('[F6] whoever leads may give the floor out of order, and it shows', () => {
  const told = given(inPlenary, raise('Ans'), raise('Bram'))
    .when(grants('Bram'))
    .turnIs('Bram')
    .queueIs('Ans')
  expect(turnOf(told.state).override).toBe(true)
  const first = given(inPlenary, raise('Ans'), raise('Bram')).when(grants('Ans'))
  expect(turnOf(first.state).override).toBe(false)
})

test('[F6] whoever leads can take the floor back without giving it on', () => {
  given(inPlenary, speaks('Ans'), raise('Bram'))
    .when(leader('plenary', 'endTurn', ({ state }) => ({ turn: turnOf(state).id })))
    .gives('TurnEnded Ans stopped')
    .turnIs(null)
})

test('[F6] the leader has been gone for a minute: the floor goes on by itself', () => {
  given(inPlenary, raise('Ans'), goesAway('Olga'))
    .when(wait(59_999))
    .gives()
    .when(wait(1))
    .gives('FloorGranted Ans')
})

test('[F6] a leader who comes back in time leads on', () => {
  given(inPlenary, raise('Ans'), goesAway('Olga'), wait(30_000), comesBack('Olga'))
    .when(wait(300_000))
    .gives()
})

test('[F6] quiet first: least speaking time first, and equal times in the order of the queue', () => {
  const quiet = [mode('quietFirst'), raise('Ans'), raise('Bram'), raise('Cees'), raise('Dina')]
  const told = given(inPlenary, quiet)
  told
    .when(hasSpoken({ Ans: 60_000, Bram: 5_000, Cees: 5_000, Dina: 90_000 }), next())
    .turnIs('Bram')
    .when(starts('Bram'), ends('Bram'))
    .turnIs('Cees')
})

test('[F6] quiet first looks at the time in this room: who spoke much elsewhere is not put back for it', () => {
  given(inPlenary, mode('quietFirst'), raise('Ans'), raise('Bram'))
    .when(hasSpoken({ Ans: 300_000 }, 't1'), hasSpoken({ Bram: 5_000 }), next())
    .turnIs('Ans')
})

test('[F6] free talk ends the running turn, keeps the time and the hands', () => {
  const told = given(inPlenary, speaks('Ans'), raise('Bram'), wait(7_000))
    .when(mode('free'))
    .gives('TurnEnded Ans stopped', 'ModeSet free')
    .queueIs('Bram')
  expect(told.state.floors.plenary?.heldMs).toEqual({ Ans: 7_000 })
  told.when(next()).refuses('floor_closed')
})

test('[F6] free talk before an offered turn has begun gives the hand its place back', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), next()).when(mode('free')).queueIs('Ans', 'Bram')
})

test('[F6] from one controlled mode to another the holder keeps the floor', () => {
  given(inPlenary, speaks('Ans'))
    .when(mode('quietFirst'))
    .gives('ModeSet quietFirst')
    .turnIs('Ans', 'speaking')
})

test('[F9] the clock stands still in a silence and while somebody guides', () => {
  const told = given(inPlenary, speaks('Ans'), wait(1_000), silence(60_000), wait(60_000))
  expect(told.state.floors.plenary?.silence).toBeNull()
  expect(heldAt(turnOf(told.state), told.world.now)).toBe(1_000)
  told.when(leader('plenary', 'startSteering'), wait(30_000), leader('plenary', 'stopSteering'), wait(500))
  expect(heldAt(turnOf(told.state), told.world.now)).toBe(1_500)
})

test('[F9] an offer does not run out in a silence; afterwards it has its full time again', () => {
  given(inPlenary, raise('Ans'), next(), silence(300_000))
    .when(wait(300_000))
    .gives('SilenceEnded')
    .turnIs('Ans', 'offered')
    .when(wait(20_000))
    .gives('TurnEnded Ans late')
})

test('[F7] guiding is marked, by one person at a time, and put down when they have been gone for a minute', () => {
  given(inPlenary, leader('plenary', 'startSteering'), raise('Ans'), goesAway('Olga'))
    .when(wait(60_000))
    .gives('SteeringStopped Olga', 'FloorGranted Ans')
})

test('a paused turn stays paused through a silence', () => {
  const paused = leader('plenary', 'pauseTurn', ({ state }) => ({ turn: turnOf(state).id }))
  const told = given(inPlenary, speaks('Ans'), wait(2_000), paused, silence(5_000), wait(20_000))
  expect(heldAt(turnOf(told.state), told.world.now)).toBe(2_000)
  told.when(
    leader('plenary', 'resumeTurn', ({ state }) => ({ turn: turnOf(state).id })),
    wait(1_000),
  )
  expect(heldAt(turnOf(told.state), told.world.now)).toBe(3_000)
})

test('each table has a floor of its own', () => {
  given(atTables, mode('firstCome', 't1'), raise('Ans'), next('t1'))
    .turnIs('Ans', 'offered', 't1')
    .turnIs(null, undefined, 't2')
})
