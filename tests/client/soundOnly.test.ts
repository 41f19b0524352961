import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMedia, type Media } from '../../client/core/media/media.ts'
import { inPlenary, mode } from '../domain/support/sentence.ts'
import { lobby } from '../domain/support/world.ts'
import { openDevices } from '../support/fakeTracks.ts'
import { fakeRoom, fakeSession } from './support/fakeSession.ts'

let room: ReturnType<typeof fakeRoom>
let device: Media

/** In free talk, with the camera on. */
async function comeIn(): Promise<void> {
  const session = fakeSession({ me: 'Ans' })
  const told = [inPlenary, mode('free')]
    .flat()
    .reduce((so, step) => step(so), { world: lobby(), refused: null as string | null })
  session.store.setState({ state: told.world.state })
  room = fakeRoom()
  device = createMedia(session, { connect: room.connect })
  device.start({ camera: false })
  await vi.waitFor(() => expect(room.sending()).not.toBeNull())
}
const sees = () => room.audience()?.see('Bram')
const hears = () => room.audience()?.hear('Bram')

beforeEach(async () => {
  openDevices()
  await comeIn()
  await device.setCamera(true)
})
afterEach(() => {
  device.stop()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

test('sound only: no picture comes in and none goes out, and the sound stays as it is', () => {
  expect([sees(), hears()]).toEqual([true, true])
  device.setSoundOnly(true)
  expect([sees(), hears()]).toEqual([false, true])
  expect(room.sending()?.camera).toBeNull()
  expect(device.store.getState()).toMatchObject({ soundOnly: true, wantsCamera: false })
})

test('with pictures again: those of others come back, and the own camera waits for its press', () => {
  device.setSoundOnly(true)
  device.setSoundOnly(false)
  expect(sees()).toBe(true)
  expect(device.store.getState()).toMatchObject({ soundOnly: false, wantsCamera: false })
})

test('it holds over a reload', async () => {
  device.setSoundOnly(true)
  device.stop()
  await comeIn()
  expect(device.store.getState().soundOnly).toBe(true)
  expect([sees(), hears()]).toEqual([false, true])
})

test('pictures that the line has no room for are told of, until they are back', () => {
  room.holdsBack(['Bram'])
  expect(device.store.getState().paused).toEqual(['Bram'])
  room.holdsBack([])
  expect(device.store.getState().paused).toEqual([])
})
