import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { inWords } from '../../client/parts/floor/inWords.ts'
import { sentence } from '../../client/parts/floor/sentence.ts'
import type { RoomView } from '../../client/core/room/view.ts'
import { atTables, isHere, openRooms, peopleIn } from '../../shared/dialogue/places.ts'
import { anySteps, run } from '../domain/support/random.ts'
import type { World } from '../domain/support/world.ts'
import { floor, hall, idOf, turn, view } from './support/hall.ts'
import { viewOf } from './support/viewOf.ts'

/** The sentence of state is true of who is there: with nobody, with one and with everybody. */
const RUNS = { numRuns: Number(process.env.DT_RUNS ?? 40) }
vi.setConfig({ testTimeout: Math.max(120_000, RUNS.numRuns * 2_000) })

const said = (shown: RoomView): string => {
  const { parts, sub } = sentence(shown)
  return [...parts, ...sub].map((part) => inWords('nl', part).replaceAll(/[\u2068\u2069]/g, '')).join(' ')
}

/** What only somebody who is there can do. The floor is taken from a speaker who drops, and said of them while it waits. */
const DOES = 'praat|wacht|typt|antwoordt|vraagt|leest|begeleidt|stuurt bij|is hierna|mag kort reageren'
const doing = (name: string): RegExp => new RegExp(`\\b${name} (${DOES})|\\b${name} en [^.]* wachten`)

/** What can be said of "the others" or of everybody only where there are any. */
const OTHERS = /\b(de anderen|iedereen hoort|mensen praten)\b/i

function everyScreen(world: World, check: (shown: RoomView, alone: boolean) => void): void {
  for (const room of openRooms(world.state)) {
    const people = peopleIn(world.state, room)
    for (const me of people.filter((person) => world.present.has(person))) {
      const others = people.filter((person) => person !== me && isHere(world.state, person, world.present))
      check({ ...viewOf(world, me, room), microphoneOn: true }, others.length === 0)
    }
  }
}

const anyWorlds = (check: (world: World) => void): void =>
  fc.assert(
    fc.property(anySteps(50), (steps) => {
      for (const { after } of run(steps)) check(after)
    }),
    RUNS,
  )

test('says of nobody who is away that they do something', () =>
  anyWorlds((world) =>
    everyScreen(world, (shown) => {
      const away = shown.state.order.filter((person) => !isHere(shown.state, person, shown.present))
      const words = said(shown)
      for (const person of away) expect(words).not.toMatch(doing(shown.state.people[person]?.name ?? '?'))
    }),
  ))

test('[F3] an invited reply is told while whoever may give it is there', () => {
  const invited = hall({ floor: floor({ turn: turn('Anna'), reply: idOf('Joke') }) })
  const heardBy = (...names: string[]): string =>
    said(view(invited, { present: new Set(['Riet', 'Anna', ...names].map(idOf)) }))
  expect(heardBy('Joke')).toContain('Joke mag kort reageren.')
  expect(heardBy()).not.toContain('Joke')
})

test('says nothing of others to whoever is alone', () =>
  anyWorlds((world) => {
    const alone = (me: string): World => ({ ...world, present: new Set([me]) })
    for (const me of ['Ans', 'Olga', 'Femke'])
      everyScreen(alone(me), (shown, nobodyElse) => {
        if (nobodyElse) expect(said(shown)).not.toMatch(OTHERS)
      })
  }))

test('in the main room it says nothing of people at tables, of whom one there knows nothing', () =>
  anyWorlds((world) => {
    if (!atTables(world.state.phase)) return
    everyScreen(world, (shown) => {
      if (shown.room === 'plenary') expect(said(shown)).not.toMatch(/de anderen|komen .* terug/i)
    })
  }))

test('tells whoever speaks that they are heard, and whether somebody is there to hear it', () => {
  const speaking = hall({ floor: floor({ turn: turn('Riet') }) })
  const heardBy = (...names: string[]): string =>
    said(view(speaking, { microphoneOn: true, present: new Set(names.map(idOf)) }))
  expect(heardBy('Riet', 'Anna')).toContain('Iedereen hoort u.')
  expect(heardBy('Riet')).toContain('Uw microfoon is aan. Er is nu verder niemand.')
})
