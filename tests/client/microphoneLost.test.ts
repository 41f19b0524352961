import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Connection, Sending } from '../../client/media/connection.ts'
import { setCamera, setMicrophone, startMedia, stopMedia, useMedia } from '../../client/media/index.ts'
import { emptyStore, useSession } from '../../client/session/store.ts'
import { inPlenary, mode, type Step } from '../domain/support/sentence.ts'
import { lobby } from '../domain/support/world.ts'
import { openDevices, type FakeTrack } from '../support/fakeTracks.ts'

/** What may be said of a loss is said within so long. */
const SAID_MS = 2_000

let sending: Sending | null = null
vi.mock('../../client/session/socket.ts', () => ({
  joinRoom: () => Promise.resolve({ url: '', token: '', lease: '', room: 'plenary', version: 0 }),
  sendStatus: () => undefined,
}))
vi.mock('../../client/media/connection.ts', async (original) => ({
  ...(await original<typeof import('../../client/media/connection.ts')>()),
  connect: () =>
    Promise.resolve({
      place: 'plenary',
      version: 0,
      room: { remoteParticipants: new Map(), canPlaybackAudio: true },
      receive: () => undefined,
      send: (now: Sending) => Promise.resolve(void (sending = now)),
      microphoneOn: () => sending?.microphone?.muted === false,
      close: () => undefined,
    } as unknown as Connection),
}))

function happens(...steps: (Step | Step[])[]): void {
  const world = steps
    .flat()
    .reduce((so, step) => step(so), { world: lobby(), refused: null as string | null })
  if (world.refused) throw new Error(world.refused)
  useSession.setState({ state: world.world.state })
}

let opened: FakeTrack[]
const last = (): FakeTrack => opened.at(-1) as FakeTrack
const media = () => useMedia.getState()
const isOff = () => {
  expect(media()).toMatchObject({ wantsMicrophone: false, microphone: 'off' })
  expect(sending?.microphone).toBeNull()
}

beforeEach(async () => {
  opened = openDevices()
  useSession.setState({ ...emptyStore, me: 'Ans', connection: 'live' })
  happens(inPlenary, mode('free'))
  startMedia({ camera: false })
  await vi.waitFor(() => expect(sending).not.toBeNull())
  await setMicrophone(true)
  expect(media()).toMatchObject({ wantsMicrophone: true, microphone: 'on' })
})
afterEach(() => {
  stopMedia()
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
    await setMicrophone(true)
    expect(opened).toHaveLength(2)
    expect(sending?.microphone).toMatchObject({ track: last(), muted: false })
    expect(media()).toMatchObject({ wantsMicrophone: true, lost: { microphone: null } })
  })

  test('while muted as well', async () => {
    await setMicrophone(false)
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
    const pressed = setMicrophone(true)
    await vi.advanceTimersByTimeAsync(SAID_MS - 500)
    await pressed
    expect(media()).toMatchObject({ wantsMicrophone: false, lost: { microphone: 'held' } })
    expect(sending?.microphone).toBeNull()
  })

  test('no device is left: the press says so', async () => {
    last().goes()
    vi.stubGlobal('navigator', { mediaDevices: undefined })
    await setMicrophone(true)
    expect(media()).toMatchObject({
      wantsMicrophone: false,
      microphone: 'none',
      lost: { microphone: null },
    })
  })
})

test('[F4] a camera that goes away is off and said; the microphone stays as it was', async () => {
  await setCamera(true)
  expect(sending?.camera).toBe(last())
  last().goes()
  expect(media()).toMatchObject({
    wantsCamera: false,
    camera: 'off',
    lost: { camera: 'gone', microphone: null },
  })
  expect(sending?.camera).toBeNull()
  expect(media().microphone).toBe('on')
  await setCamera(true)
  expect(media()).toMatchObject({ wantsCamera: true, camera: 'on', lost: { camera: null } })
})
