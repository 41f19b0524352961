import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMedia, type Media } from '../../client/core/media/media.ts'
import type { Session } from '../../shared/channel/session.ts'
import { inPlenary, mode, type Step } from '../domain/support/sentence.ts'
import { lobby } from '../domain/support/world.ts'
import { openDevices, type FakeTrack } from '../support/fakeTracks.ts'
import { fakeRoom, fakeSession } from './support/fakeSession.ts'

/** What may be said of a loss is said within so long. */
const SAID_MS = 2_000

let room: ReturnType<typeof fakeRoom>
let session: Session
let device: Media

function happens(...steps: (Step | Step[])[]): void {
  const world = steps
    .flat()
    .reduce((so, step) => step(so), { world: lobby(), refused: null as string | null })
  if (world.refused) throw new Error(world.refused)
  session.store.setState({ state: world.world.state })
}

let opened: FakeTrack[]
const last = (): FakeTrack => opened.at(-1) as FakeTrack
const media = () => device.store.getState()
const isOff = () => {
  expect(media()).toMatchObject({ wantsMicrophone: false, microphone: 'off' })
  expect(room.sending()?.microphone).toBeNull()
}

beforeEach(async () => {
  opened = openDevices()
  session = fakeSession({ me: 'Ans' })
  room = fakeRoom()
  device = createMedia(session, { connect: room.connect })
  happens(inPlenary, mode('free'))
  device.start({ camera: false })
  await vi.waitFor(() => expect(room.sending()).not.toBeNull())
  await device.setMicrophone(true)
  expect(media()).toMatchObject({ wantsMicrophone: true, microphone: 'on' })
})
afterEach(() => {
  device.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('[F4] a microphone that goes away is off, and comes back by a press only', () => {
  test('its track ends while speaking: off at once, said, and nothing is opened by itself', () => {
    last().goes()
    isOff()
    expect(media().lost.microphone).toBe('gone')
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
    expect(opened).toHaveLength(1)
  })

  test('the next press opens the device that is there now, and the words go', async () => {
    last().goes()
    await device.setMicrophone(true)
    expect(opened).toHaveLength(2)
    expect(room.sending()?.microphone).toMatchObject({ track: last(), muted: false })
    expect(media()).toMatchObject({ wantsMicrophone: true, lost: { microphone: null } })
  })

  test('while muted as well', async () => {
    await device.setMicrophone(false)
    last().goes()
    isOff()
    expect(media().lost.microphone).toBe('gone')
  })

  test('the browser says nothing of it until something is plugged', () => {
    last().stop()
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
    isOff()
    expect(media().lost.microphone).toBe('gone')
  })

  test('the system holds it: said in time, and off, also when the system lets go again', () => {
    vi.useFakeTimers()
    last().holds(true)
    vi.advanceTimersByTime(SAID_MS - 500)
    isOff()
    expect(media().lost.microphone).toBe('held')
    last().holds(false)
    isOff()
  })

  test('held for a moment: not a word', () => {
    vi.useFakeTimers()
    last().holds(true)
    vi.advanceTimersByTime(200)
    last().holds(false)
    vi.advanceTimersByTime(SAID_MS)
    expect(media()).toMatchObject({ wantsMicrophone: true, lost: { microphone: null } })
  })

  test('pressed while the system still holds it: off, and said', async () => {
    last().goes()
    vi.useFakeTimers()
    openDevices({ muted: true })
    const pressed = device.setMicrophone(true)
    await vi.advanceTimersByTimeAsync(SAID_MS - 500)
    await pressed
    expect(media()).toMatchObject({ wantsMicrophone: false, lost: { microphone: 'held' } })
    expect(room.sending()?.microphone).toBeNull()
  })

  test('pressed twice while the system still holds it: off, and said', async () => {
    last().goes()
    vi.useFakeTimers()
    openDevices({ muted: true })
    const pressed = device.setMicrophone(true)
    await vi.advanceTimersByTimeAsync(300)
    const again = device.setMicrophone(true)
    await vi.advanceTimersByTimeAsync(SAID_MS - 500)
    await Promise.all([pressed, again])
    expect(media()).toMatchObject({ wantsMicrophone: false, lost: { microphone: 'held' } })
    expect(room.sending()?.microphone).toBeNull()
  })

  test('no device is left: the press says so', async () => {
    last().goes()
    vi.stubGlobal('navigator', { mediaDevices: undefined })
    await device.setMicrophone(true)
    expect(media()).toMatchObject({
      wantsMicrophone: false,
      microphone: 'none',
      lost: { microphone: null },
    })
  })
})

describe('[V16] whoever was away finds the microphone off, and it comes back by a press only', () => {
  beforeEach(async () => {
    vi.useFakeTimers()
    device.stop()
    device.start({ camera: false })
    await device.setMicrophone(true)
    opened.splice(0, opened.length - 1)
  })
  const seen = () => document.dispatchEvent(new Event('visibilitychange'))
  /** Nothing runs meanwhile, and the clock goes on. */
  const standStill = (ms: number) => vi.setSystemTime(Date.now() + ms)

  test('a telephone call: off, and once they look at the page again it says that they were away', () => {
    last().holds(true)
    vi.advanceTimersByTime(SAID_MS)
    isOff()
    last().holds(false)
    seen()
    isOff()
    expect(media().lost.microphone).toBe('away')
    expect(opened).toHaveLength(1)
  })

  test('a call while the page stands still: its end is heard of first, and nobody is heard', () => {
    last().holds(true)
    standStill(20_000)
    last().holds(false)
    isOff()
    expect(media().lost.microphone).toBe('held')
  })

  test('[V17] a device that slept', async () => {
    vi.advanceTimersByTime(5_000)
    expect(media().wantsMicrophone).toBe(true)
    standStill(240_000)
    vi.advanceTimersByTime(1_000)
    isOff()
    expect(media().lost.microphone).toBe('away')
    await device.setMicrophone(true)
    expect(media()).toMatchObject({ wantsMicrophone: true, lost: { microphone: null } })
  })

  test('whoever had it off is told nothing of it', async () => {
    await device.setMicrophone(false)
    standStill(240_000)
    vi.advanceTimersByTime(1_000)
    seen()
    expect(media().lost.microphone).toBeNull()
  })
})

test('[F4] a camera that goes away is off and said; the microphone stays as it was', async () => {
  await device.setCamera(true)
  expect(room.sending()?.camera).toBe(last())
  last().goes()
  expect(media()).toMatchObject({
    wantsCamera: false,
    camera: 'off',
    lost: { camera: 'gone', microphone: null },
  })
  expect(room.sending()?.camera).toBeNull()
  expect(media().microphone).toBe('on')
  await device.setCamera(true)
  expect(media()).toMatchObject({ wantsCamera: true, camera: 'on', lost: { camera: null } })
})
