import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRooms } from '../../shared/dialogue/places.ts'
import { inPlenary, organiser } from '../domain/support/sentence.ts'
import { sessionsIn, startMediaWorld, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'

let world: MediaWorld
let session: ReturnType<typeof sessionsIn>
beforeAll(async () => {
  world = await startMediaWorld()
  session = sessionsIn(world)
})
afterAll(() => world.close())

test('the end takes everybody out', async () => {
  const { id, state, goesOn } = session(inPlenary)
  const bot = await world.join(state(), 'Ans', { hears: false })
  expect(openRooms(goesOn(organiser('endSession')))).toEqual([])
  await world.media.end(id)
  await until('Ans is out', () => !bot.room.isConnected)
  expect(await world.store.all(id)).toEqual([])
})

test('a room that could not be deleted at the end is deleted a moment later', async () => {
  const { id, state } = session(inPlenary)
  const bot = await world.join(state(), 'Ans', { hears: false })
  const { remove } = world.store
  world.store.remove = async () => {
    world.store.remove = remove
    throw new Error('the database is away')
  }
  await world.media.end(id)
  await until('no room is left', async () => (await world.store.all(id)).length === 0, 10_000)
  expect(bot.room.isConnected).toBe(false)
})
