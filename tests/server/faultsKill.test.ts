import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { check } from '../faults/checker.ts'
import { gatherAt, type Crowd } from '../faults/crowd.ts'
import { killOnce } from '../faults/rows/kill.ts'
import { openWorld, type World } from '../faults/world.ts'
import { chance } from '../support/typing.ts'

/** The same every time; `npm run faults` goes on where this ends. */
const SEED = 19
const KILLS = 3

let world: World
let crowd: Crowd

beforeAll(async () => {
  world = await openWorld({ postgres: inject('databaseUrl'), chance: chance(SEED) })
  crowd = await gatherAt(world, { people: 8, tables: 2 })
}, 120_000)
afterAll(async () => {
  crowd?.close()
  await world?.close()
}, 30_000)

test('[fault 1] kill -9 under load, again and again: all that was answered is there, once, and everybody sees the same', async () => {
  const stop = crowd.load()
  for (let kill = 0; kill < KILLS; kill++) expect((await killOnce(world, crowd)).lost).toBe(0)
  await stop()
  expect(await check(world, crowd)).toEqual([])
  expect(crowd.people.every(({ writer }) => (writer?.acknowledged ?? 0) > 0)).toBe(true)
}, 240_000)
