import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval } from '../../shared/dialogue/time/intervals.ts'
import { createMarks } from '../../shared/dialogue/time/marks.ts'
import { addTimes, basisOf, noTimes, timesOf, type TimeBook } from '../../shared/dialogue/time/timeBook.ts'
import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { leaveBehind, noEarlier } from '../../shared/dialogue/time/earlier.ts'
import { balanceReport, lookBack } from '../../shared/dialogue/time/report.ts'
import {
  atTables,
  does,
  ends,
  given,
  inPlenary,
  leader,
  mode,
  organiser,
  silence,
  speaks,
  wait,
} from './support/sentence.ts'
import { START, type World } from './support/world.ts'

/** Somebody heard from `start` to `end`, in ms from the beginning of the test. */
const heard = (start: number, end: number): Interval => ({ startMs: START + start, endMs: START + end })

type Known = Partial<Pick<TimeBook, 'mutes' | 'gaps'>>
function bookOf(world: World, measured: TimeBook['measured'] = {}, known: Known = {}): TimeBook {
  const { marks, note } = createMarks()
  let state = emptySession
  for (const line of world.log) {
    state = apply(state, line)
    note(state, line.at)
  }
  return { marks, measured, mutes: {}, gaps: {}, corrections: state.corrections, ...known }
}
const timesIn = (world: World, measured: TimeBook['measured'] = {}) =>
  timesOf(bookOf(world, measured), world.now)

test('[S2] where the floor is controlled the clock of the turn counts, the running one too, and what was heard is kept beside it', () => {
  const { world } = given(inPlenary, speaks('Ans'), wait(5_000), ends('Ans'), speaks('Bram'), wait(2_000))
  const times = timesIn(world, { plenary: { Ans: [heard(1_000, 2_500)], Bram: [heard(1_000, 3_000)] } })
  expect(times.counted).toEqual({ plenary: { Ans: 5_000, Bram: 2_000 } })
  expect(times.measured).toEqual({ plenary: { Ans: 1_500, Bram: 2_000 } })
  expect(basisOf(times, 'plenary')).toBe('turns')
})

test('[S2] in free talk the measured speech counts, and both count in a room that had both', () => {
  const { world } = given(inPlenary, speaks('Ans'), wait(5_000), mode('free'), wait(10_000))
  const times = timesIn(world, { plenary: { Ans: [heard(4_000, 9_000)], Eva: [heard(6_000, 8_000)] } })
  expect(times.counted).toEqual({ plenary: { Ans: 9_000, Eva: 2_000 } })
  expect(basisOf(times, 'plenary')).toBe('both')
})

test('[S2] [F3] an invited reply counts by what was heard', () => {
  const { world } = given(
    inPlenary,
    speaks('Ans'),
    leader('plenary', 'inviteReply', () => ({ person: 'Eva' })),
    wait(4_000),
  )
  const times = timesIn(world, { plenary: { Eva: [heard(1_000, 2_000)], Bram: [heard(1_000, 2_000)] } })
  expect(times.counted['plenary']).toEqual({ Ans: 4_000, Eva: 1_000, Bram: 0 })
})

test('[F9] [S7] a silence counts for nobody, guiding not for whoever guides', () => {
  const { world } = given(
    atTables,
    wait(1_000),
    silence(60_000, 't1'),
    wait(60_000),
    leader('t1', 'startSteering'),
    wait(5_000),
    leader('t1', 'stopSteering'),
    wait(5_000),
  )
  const all = [heard(0, 71_000)]
  const { counted } = timesIn(world, { t1: { Ans: all, Femke: all } })
  expect(counted['t1']).toEqual({ Ans: 11_000, Femke: 6_000 })
})

test('[S8] a correction takes measured time and turns off one person, in one room, with its reason in the log', () => {
  const said = given(inPlenary, mode('free'), wait(10_000)).when(
    leader('plenary', 'correctTime', () => ({
      person: 'Ans',
      from: START + 2_000,
      to: START + 4_000,
      reason: 'dit was de tv',
    })),
  )
  said.gives('TimeCorrected Ans')
  const all = [heard(0, 10_000)]
  const { counted } = timesIn(said.world, { plenary: { Ans: all, Eva: all }, t1: { Ans: all } })
  expect(counted['plenary']).toEqual({ Ans: 8_000, Eva: 10_000 })
  expect(said.state.corrections).toMatchObject([{ reason: 'dit was de tv', by: 'Olga', person: 'Ans' }])
})

test('[S8] at a table time is taken off only who sits there, sat there earlier, or leads it', () => {
  const correct = (who: string) =>
    does('Femke', 'correctTime', () => ({
      room: 't1',
      person: who,
      from: START,
      to: START + 1_000,
      reason: 'dit was de tv',
    }))
  const sits = given(atTables, wait(2_000))
  expect(sits.state.seating?.seats).toMatchObject({ Ans: 't1', Bram: 't2' })
  sits.when(correct('Ans')).gives('TimeCorrected Ans')
  sits.when(correct('Femke')).gives('TimeCorrected Femke')
  for (const elsewhere of ['Bram', 'Frank', 'Olga', 'Henk']) {
    sits.when(correct(elsewhere)).refuses('not_your_room')
  }
  const sat = given(
    atTables,
    wait(2_000),
    organiser('announceRecall'),
    organiser('finishRecall', { version: 1 }),
    organiser('seatPerson', { person: 'Ans', table: 't2' }),
    organiser('seatPerson', { person: 'Bram', table: 't1' }),
    organiser('announceSplit'),
    organiser('startTables', { version: 2 }),
  )
  expect(sat.state.seating?.seats).toMatchObject({ Ans: 't2', Bram: 't1' })
  sat.when(correct('Ans')).gives('TimeCorrected Ans')
  sat.when(correct('Bram')).gives('TimeCorrected Bram')
  sat.when(correct('Cees')).refuses('not_your_room')
})

test('[S8] a correction of nothing, or of the future, is refused', () => {
  const correct = (from: number, to: number) =>
    leader('plenary', 'correctTime', () => ({ person: 'Ans', from, to, reason: 'x' }))
  given(inPlenary)
    .when(correct(START + 5_000, START + 4_000))
    .refuses('malformed')
  given(inPlenary)
    .when(correct(START + 5_000, START + 9_000))
    .refuses('malformed')
})

test('[S1] each agenda item, each table and the whole session have their own balance', () => {
  const { world, state } = given(
    inPlenary,
    mode('free'),
    wait(10_000),
    organiser('startItem', { title: 'Afspraken maken' }),
    wait(10_000),
    organiser('spreadEvenly'),
    organiser('announceSplit'),
    organiser('startTables', { version: 1 }),
    wait(10_000),
  )
  const book = bookOf(world, {
    plenary: { Ans: [heard(5_000, 12_000)] },
    t1: { Ans: [heard(21_000, 24_000)], Eva: [heard(22_000, 23_000)] },
  })
  const report = balanceReport(state, 'Olga', lookBack(state, book, noEarlier, world.now))
  expect(state.agenda.map(({ title, where }) => [title, where])).toEqual([
    [null, 'plenary'],
    ['Afspraken maken', 'plenary'],
    [null, 'tables'],
  ])
  const ans = report.scopes.map(
    ({ together }) => together?.people.find(({ person }) => person === 'Ans')?.spokenMs,
  )
  expect(ans).toEqual([5_000, 2_000, 3_000, 10_000])
  const tables = report.scopes[2]?.rooms.find(({ room }) => room === 't1')
  expect(tables?.people.find(({ person }) => person === 'Eva')?.spokenMs).toBe(1_000)
})

test('[S1] [S8] the whole dialogue is this session and those before it, with whoever sat there then', () => {
  const first = given(atTables, wait(10_000), organiser('endSession'))
  const talk = { t1: { Ans: [heard(0, 6_000)], Eva: [heard(0, 2_000)] } }
  const book = bookOf(first.world, talk, { gaps: { t1: [heard(7_000, 8_000)] } })
  const earlier = leaveBehind(noEarlier, first.state, book, first.world.now)
  const { world, state } = given(inPlenary, mode('free'), wait(10_000))
  const now = bookOf(world, { plenary: { Ans: [heard(0, 3_000)] } })
  const report = balanceReport(state, 'Olga', lookBack(state, now, earlier, world.now))
  const whole = report.scopes.at(-1)
  expect([report.sessions, whole?.scope, report.incomplete]).toEqual([2, 'dialogue', ['t1']])
  const table = whole?.rooms.find(({ room }) => room === 't1')?.people
  expect(table?.find(({ person }) => person === 'Ans')?.spokenMs).toBe(6_000)
  expect(whole?.together?.people.find(({ person }) => person === 'Ans')?.spokenMs).toBe(9_000)
  expect(whole?.together?.people.find(({ person }) => person === 'Eva')?.spokenMs).toBe(2_000)
  const own = balanceReport(state, 'Ans', lookBack(state, now, earlier, world.now))
  expect(own.scopes.at(-1)?.own?.spokenMs).toBe(9_000)
  expect(own.scopes.at(-1)?.together).toBeNull()
})

test('[S3] [S4] in the report a participant finds only their own balance, a facilitator only the own tables', () => {
  const { world, state } = given(atTables, wait(10_000))
  const book = bookOf(world, { t1: { Ans: [heard(0, 5_000)], Eva: [heard(0, 4_321)] } })
  const own = balanceReport(state, 'Ans', lookBack(state, book, noEarlier, world.now))
  expect(own.scopes.map(({ rooms, together }) => [rooms, together])).toEqual(own.scopes.map(() => [[], null]))
  expect(own.trend.rooms).toEqual([])
  expect(JSON.stringify(own)).not.toMatch(/4321|Eva/)
  const femke = balanceReport(state, 'Femke', lookBack(state, book, noEarlier, world.now))
  expect(femke.scopes.at(-1)?.rooms.map(({ room }) => room)).toEqual(['t1', 't3'])
  expect(femke.scopes.at(-1)?.together).toBeNull()
})

test('[S3] [S4] back in the plenary a facilitator still finds the own tables, and nothing of the plenary or of others', () => {
  const recalled = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]
  const { world, state } = given(atTables, wait(10_000), recalled, mode('free'), wait(10_000))
  const talk = { t1: { Ans: [heard(0, 5_000)] }, t2: { Bram: [heard(0, 4_321)] } }
  const plenary = { Bram: [heard(10_000, 14_321)] }
  const back = lookBack(state, bookOf(world, { ...talk, plenary }), noEarlier, world.now)
  const femke = balanceReport(state, 'Femke', back)
  expect(femke.scopes.at(-1)?.rooms.map(({ room }) => room)).toEqual(['t1', 't3'])
  expect(femke.scopes.at(-1)?.rooms[0]?.people).toContainEqual(
    expect.objectContaining({ person: 'Ans', spokenMs: 5_000 }),
  )
  expect(JSON.stringify(femke)).not.toMatch(/4321|Bram|plenary|"together":[^n]/)
  for (const other of ['Bram', 'Henk', 'Toos', 'Tariq']) {
    const { scopes, trend } = balanceReport(state, other, back)
    expect(scopes.every(({ rooms, together }) => rooms.length === 0 && together === null)).toBe(true)
    expect(trend.rooms).toEqual([])
  }
})

test('[S5] [S8] the trend divides each step over the groups, and marks the steps with a gap', () => {
  const { world, state } = given(inPlenary, mode('free'), wait(180_000))
  const book = bookOf(
    world,
    { plenary: { Ans: [heard(0, 30_000), heard(120_000, 130_000)], Joop: [heard(30_000, 40_000)] } },
    { gaps: { plenary: [heard(70_000, 80_000)] } },
  )
  const { trend } = balanceReport(state, 'Olga', lookBack(state, book, noEarlier, world.now))
  expect(trend.stepMs).toBe(60_000)
  expect(trend.rooms).toEqual([
    {
      room: 'plenary',
      spokenMs: [40_000, 0, 10_000],
      groups: [
        { group: 'inwoner', shares: [0.75, null, 1] },
        { group: 'raad', shares: [0.25, null, 0] },
      ],
      gaps: [false, true, false],
    },
  ])
})

test('a session counted part by part comes to the same as the whole, wherever the parts are cut', () => {
  const { world } = given(
    inPlenary,
    speaks('Ans'),
    wait(20_000),
    mode('free'),
    wait(30_000),
    silence(10_000),
    wait(40_000),
  )
  const measured = {
    plenary: {
      Ans: [heard(1_000, 9_000), heard(30_000, 50_000), heard(50_900, 70_000), heard(70_400, 71_000)],
      Eva: [heard(21_000, 22_000), heard(22_800, 23_000), heard(48_000, 50_300), heard(50_800, 88_000)],
    },
  }
  const book = bookOf(world, measured, { mutes: { plenary: { Eva: [START + 50_300] } } })
  const whole = timesOf(book, world.now)
  fc.assert(
    fc.property(fc.array(fc.nat(90_000), { maxLength: 8 }), (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b).map((cut) => START + cut), START + 90_000]
      const parts = edges
        .slice(1)
        .map((endMs, i) => timesOf(book, world.now, { startMs: edges[i] ?? 0, endMs }))
      expect(parts.reduce(addTimes, noTimes)).toEqual(whole)
    }),
  )
})

test('[S2] what holds goes on as one stretch whatever else happens, and ends once', () => {
  const { world } = given(
    inPlenary,
    mode('free'),
    wait(1_000),
    does('Ans', 'raiseHand', () => ({ room: 'plenary' })),
    wait(1_000),
    does('Ans', 'lowerHand', () => ({ room: 'plenary' })),
    mode('firstCome'),
    wait(1_000),
    mode('free'),
    wait(1_000),
  )
  const [first, second, ...more] = bookOf(world).marks['free plenary'] ?? []
  expect(first).toEqual(heard(0, 2_000))
  expect(second).toEqual({ startMs: START + 3_000, endMs: Number.MAX_SAFE_INTEGER })
  expect(more).toEqual([])
})
