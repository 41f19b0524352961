import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { nextInLine, queueRows, type DeskRoom } from '../../client/parts/facilitate/queueRows.ts'
import { floorSentence } from '../../client/parts/floor/floorSentence.ts'
import { handView } from '../../client/parts/floor/handButton.ts'
import { isNumbered, lineOf, nextOf } from '../../client/core/room/line.ts'
import { floorOf } from '../../client/core/room/view.ts'
import { meterViews } from '../../shared/dialogue/time/meter.ts'
import { leads, openRooms, peopleIn } from '../../shared/dialogue/places.ts'
import type { Decision } from '../../shared/dialogue/decide.ts'
import { answers, asked } from '../domain/support/consent.ts'
import { anySteps, run } from '../domain/support/random.ts'
import {
  comesBack,
  ends,
  given,
  goesAway,
  grants,
  inPlenary,
  lower,
  mode,
  raise,
  starts,
} from '../domain/support/sentence.ts'
import { give, PEOPLE, type World } from '../domain/support/world.ts'
import { viewOf } from './support/viewOf.ts'

/** Whoever a screen says is next is the one the domain really offers the floor to. */
const RUNS = { numRuns: Number(process.env.DT_RUNS ?? 60) }
vi.setConfig({ testTimeout: Math.max(120_000, RUNS.numRuns * 2_000) })

/** What really happens: whoever leads presses "Volgende". */
function offered(world: World, room: string): string | null {
  const leader = world.state.order.find((person) => leads(world.state, person, room)) ?? 'nobody'
  return granted(give(world, leader, { type: 'nextTurn', payload: { room } }).decision)
}

/** And by itself: the speaker is done, or an offer has run out. Undefined where the floor does not go on by itself now. */
function goesOn(world: World, room: string): string | null | undefined {
  const { turn, silence, steering } = world.state.floors[room] ?? {}
  if (!turn || silence || steering || turn.state === 'dropped') return undefined
  const payload = { room, turn: turn.id }
  if (turn.state === 'speaking')
    return granted(give(world, turn.person, { type: 'endTurn', payload }).decision)
  const late = { ...world, now: turn.deadline ?? world.now }
  return granted(give(late, 'system', { type: 'offerExpired', payload }).decision)
}

function granted(decision: Decision): string | null {
  if (!decision.ok) return null
  const found = decision.events.find((event) => event.type === 'FloorGranted')
  return found?.turn.person ?? null
}

function deskOf(world: World, me: string, room: string): DeskRoom {
  const { state, present, now } = viewOf(world, me, room)
  const times = { counted: world.spokenMs, measured: world.spokenMs, turnMs: {}, freeMs: {} }
  const balance = meterViews(world.state, times, { now: [], earlier: [] })(me).rooms.find(
    (entry) => entry.room === room,
  )
  const floor = state.floors[room]!
  return { state, room, floor, present, balance: balance ?? { people: [], others: {} }, now }
}

function checkScreens(world: World, room: string): void {
  const next = offered(world, room)
  const byItself = goesOn(world, room)
  if (byItself !== undefined) expect({ byItself }).toEqual({ byItself: next })
  for (const leader of world.state.order.filter((person) => leads(world.state, person, room))) {
    if (!world.present.has(leader)) continue
    const desk = deskOf(world, leader, room)
    expect({ desk: leader, next: nextInLine(desk) }).toEqual({ desk: leader, next })
  }
  for (const me of peopleIn(world.state, room)) {
    if (!world.present.has(me)) continue
    const view = viewOf(world, me, room)
    if (!isNumbered(floorOf(view))) continue
    const first = lineOf(view).find(({ kept, passedOver }) => !kept && !passedOver)
    const hand = handView(view)
    const called = hand.look === 'up' || hand.look === 'waiting' ? hand.next : me === next
    expect({ me, next: nextOf(view)?.person ?? null, called }).toEqual({ me, next, called: me === next })
    const said = JSON.stringify(floorSentence(view))
    if (me !== next) expect(said).not.toContain('"mine.next"')
    if (next !== null) expect({ me, first: first?.person }).toEqual({ me, first: next })
  }
}

test('[F1] [F6] in any session the first on every screen is who "Volgende" offers the floor', () =>
  fc.assert(
    fc.property(anySteps(60), fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }), (steps, times) => {
      for (const { after, lines } of run(steps)) {
        if (lines.length === 0) continue
        const own = Object.fromEntries(PEOPLE.map(({ id }, index) => [id, (times[index] ?? 0) * 10_000]))
        const spokenMs = Object.fromEntries(Object.keys(after.state.floors).map((room) => [room, own]))
        for (const room of openRooms(after.state)) checkScreens({ ...after, spokenMs }, room)
      }
    }),
    RUNS,
  ))

describe('the states in which three screens named three people', () => {
  const check = (world: World, next: string | null, room = 'plenary') => {
    expect(offered(world, room)).toBe(next)
    checkScreens(world, room)
  }

  test('[C4] who speaks last in a consent round and has not answered comes once more', () => {
    const last = given(asked, answers('Kees'), answers('Eva'), starts('Ans'))
    check(last.world, 'Ans', 't1')
    check(last.when(ends('Ans'), starts('Ans')).world, null, 't1')
    check(given(asked, starts('Kees'), ends('Kees'), answers('Eva'), starts('Ans')).world, 'Kees', 't1')
  })

  test('[F3] [F6] a reply is still asked for when a round begins', () => {
    const speaking = given(inPlenary, raise('Ans'), grants('Ans'), starts('Ans'))
    check(speaking.when(raise('Cees', 'reply'), mode('round')).world, 'Cees')
  })

  test('[F2] the first hand is away: the second is next and the first keeps number one', () => {
    const { world } = given(inPlenary, raise('Ans'), raise('Bram'), goesAway('Ans'))
    check(world, 'Bram')
    expect(lineOf(viewOf(world, 'Bram', 'plenary')).map(({ person, number }) => [person, number])).toEqual([
      ['Ans', 1],
      ['Bram', 2],
    ])
    check(given(inPlenary, raise('Ans'), raise('Bram'), goesAway('Ans'), comesBack('Ans')).world, 'Ans')
  })

  test('[F3] only a point of order waits', () => {
    check(given(inPlenary, raise('Ans', 'process')).world, 'Ans')
  })

  test('[F6] everybody of a round is away, and a hand is up', () => {
    const others = ['Ans', 'Bram', 'Cees', 'Dina', 'Eva', 'Gijs', 'Ilse', 'Joop', 'Kees', 'Loes']
    check(given(inPlenary, mode('round'), raise('Femke'), goesAway(...others)).world, 'Femke')
  })

  test('[F4] the first has just lowered the hand, and ten seconds later the place is gone', () => {
    const { world } = given(inPlenary, raise('Ans'), raise('Bram'), lower('Ans'))
    check(world, 'Bram')
    const numbers = (at: World) =>
      lineOf(viewOf(at, 'Bram', 'plenary')).map(({ person, number }) => [person, number])
    expect(numbers(world)).toEqual([
      ['Ans', 1],
      ['Bram', 2],
    ])
    expect(numbers({ ...world, now: world.now + 11_000 })).toEqual([['Bram', 1]])
  })

  test('[F6] the last of a round speaks, and hands are up: the round is closed first', () => {
    const { state, ...world } = given(inPlenary, mode('round'), raise('Femke')).world
    const floor = state.floors.plenary!
    const turn = {
      ...given(inPlenary, raise('Ans'), grants('Ans'), starts('Ans')).state.floors.plenary!.turn!,
    }
    const round = { ...floor.round!, order: ['Ans', 'Bram'], done: ['Bram'] }
    check(
      { ...world, state: { ...state, floors: { ...state.floors, plenary: { ...floor, round, turn } } } },
      null,
    )
  })

  test('[F6] the desk numbers as every other screen does, lowered hands counted', () => {
    const { world } = given(inPlenary, raise('Ans'), raise('Bram'), raise('Cees'), lower('Bram'))
    const rows = queueRows(deskOf(world, 'Olga', 'plenary')).map(({ person, place }) => [person, place])
    expect(rows).toEqual([
      ['Ans', 1],
      ['Bram', null],
      ['Cees', 3],
    ])
    expect(lineOf(viewOf(world, 'Cees', 'plenary')).find(({ person }) => person === 'Cees')?.number).toBe(3)
  })
})
