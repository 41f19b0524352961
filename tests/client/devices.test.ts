import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDevices } from '../../client/core/media/devices.ts'
import { createMedia, type Media } from '../../client/core/media/media.ts'
import { inPlenary, mode } from '../domain/support/sentence.ts'
import { lobby } from '../domain/support/world.ts'
import { pluggedIn, type Plugged } from '../support/fakeTracks.ts'
import { fakeRoom, fakeSession } from './support/fakeSession.ts'

const BUILT_IN: Plugged[] = [
  { kind: 'audioinput', deviceId: 'default', label: 'Default - Ingebouwde microfoon' },
  { kind: 'audioinput', deviceId: 'mic-1', label: 'Ingebouwde microfoon' },
  { kind: 'videoinput', deviceId: 'cam-1', label: 'Ingebouwde camera' },
  { kind: 'audiooutput', deviceId: 'out-1', label: 'Luidsprekers' },
]
const HEADSET: Plugged[] = [
  { kind: 'audioinput', deviceId: 'mic-2', label: 'Koptelefoon' },
  { kind: 'audiooutput', deviceId: 'out-2', label: 'Koptelefoon' },
]
const headset = { id: 'mic-2', label: 'Koptelefoon' }

beforeEach(() => vi.stubGlobal('MediaStream', function MediaStream() {}))
afterEach(() => {
  media?.stop()
  localStorage.clear()
  vi.unstubAllGlobals()
})

let media: Media | undefined
let session: ReturnType<typeof fakeSession>
let room: ReturnType<typeof fakeRoom>
/** In free talk, with the microphone on. */
async function talking(): Promise<Media> {
  session = fakeSession({ me: 'Ans' })
  const world = [inPlenary, mode('free')]
    .flat()
    .reduce((so, step) => step(so), { world: lobby(), refused: null as string | null })
  session.store.setState({ state: world.world.state })
  room = fakeRoom()
  media = createMedia(session, { connect: room.connect })
  media.start({ camera: false })
  await vi.waitFor(() => expect(room.sending()).not.toBeNull())
  await media.setMicrophone(true)
  return media
}
const sentBy = () => room.sending()?.microphone?.track.getSettings().deviceId
const offered = (of: Media) => of.devices.choices.store.getState().offered

test('[V14] a headset that is plugged in is offered, and nothing changes by itself', async () => {
  const { plug, opened } = pluggedIn(BUILT_IN)
  const mine = await talking()
  expect(offered(mine)).toBeNull()
  plug([...BUILT_IN, ...HEADSET])
  await vi.waitFor(() => expect(offered(mine)?.what).toBe('headset'))
  expect(sentBy()).toBe('default')
  expect(opened).toHaveLength(1)
  plug(BUILT_IN)
  await vi.waitFor(() => expect(offered(mine)).toBeNull())
})

test('two presses while the browser asks: one device is open, and it is heard', async () => {
  const { opened } = pluggedIn(BUILT_IN)
  const mine = await talking()
  mine.devices.release('microphone')
  await Promise.all([mine.setMicrophone(true), mine.setMicrophone(true)])
  expect(opened.filter(({ readyState }) => readyState === 'live')).toHaveLength(1)
  expect(room.sending()?.microphone).toMatchObject({ track: mine.devices.open('microphone'), muted: false })
})

test.each([
  { held: 'by nothing', before: false, apart: false, stays: false },
  { held: 'for the talk apart', before: true, apart: false, stays: true },
  { held: 'by the talk apart meanwhile', before: false, apart: true, stays: true },
])('a press that is over leaves open what is held $held: $stays', async ({ before, apart, stays }) => {
  pluggedIn(BUILT_IN)
  const mine = await talking()
  await mine.setMicrophone(false)
  if (!before) mine.devices.release('microphone')
  const pressed = mine.setMicrophone(true)
  await mine.setMicrophone(false)
  const { state } = session.store.getState()
  const aside = { version: 1, speaks: apart, screen: false }
  const help = [{ person: 'Ans', at: 0, note: '', takenBy: 'Hans', aside }]
  session.store.setState({ state: state && { ...state, help } })
  await pressed
  expect(mine.devices.open('microphone') !== null).toBe(stays)
})

test('[V14] the microphone that is chosen is the one that is heard, still on', async () => {
  pluggedIn([...BUILT_IN, ...HEADSET])
  const mine = await talking()
  await mine.choose('microphone', headset)
  expect(sentBy()).toBe('mic-2')
  expect(room.sending()?.microphone?.muted).toBe(false)
  expect(mine.store.getState().wantsMicrophone).toBe(true)
})

test('chosen while it is off, it stays off', async () => {
  const { opened } = pluggedIn([...BUILT_IN, ...HEADSET])
  const mine = await talking()
  await mine.setMicrophone(false)
  await mine.choose('microphone', headset)
  expect(mine.store.getState().wantsMicrophone).toBe(false)
  expect(room.sending()?.microphone?.muted).toBe(true)
  expect(opened.at(-1)?.deviceId).toBe('mic-2')
})

test('after a reload the same device is used, by its name where its id is another one', async () => {
  pluggedIn([...BUILT_IN, ...HEADSET])
  createDevices().choices.choose('microphone', headset)
  const [input] = HEADSET as [Plugged]
  const { opened } = pluggedIn([...BUILT_IN, { ...input, deviceId: 'mic-9' }])
  const device = await createDevices().capture('microphone')
  expect(device.problem).toBeNull()
  expect(opened.at(-1)?.deviceId).toBe('mic-9')
  expect(opened.filter(({ readyState }) => readyState === 'live')).toHaveLength(1)
})

test('the chosen device is not there today: the browser chooses', async () => {
  pluggedIn([...BUILT_IN, ...HEADSET])
  createDevices().choices.choose('microphone', headset)
  const { opened } = pluggedIn(BUILT_IN, { namesAtOnce: true })
  expect((await createDevices().capture('microphone')).problem).toBeNull()
  expect(opened).toHaveLength(1)
})

test('[V14] the chosen device goes away: off and said, and the next press takes what is there', async () => {
  const { plug, opened } = pluggedIn([...BUILT_IN, ...HEADSET])
  const mine = await talking()
  await mine.choose('microphone', headset)
  plug(BUILT_IN)
  opened.at(-1)?.goes()
  expect(mine.store.getState()).toMatchObject({ wantsMicrophone: false, lost: { microphone: 'gone' } })
  await vi.waitFor(() => expect(mine.devices.choices.idOf('microphone')).toBeNull())
  await mine.setMicrophone(true)
  expect(sentBy()).toBe('default')
})

test('[V14] the chosen loudspeaker goes away and comes back: said as long as it is true, or until it was read', async () => {
  const { plug } = pluggedIn([...BUILT_IN, ...HEADSET], { namesAtOnce: true })
  const { choices } = createDevices()
  const isGone = () => choices.store.getState().speakerGone
  const end = choices.watch()
  await vi.waitFor(() => expect(choices.store.getState().lists.speaker).toHaveLength(2))
  plug(BUILT_IN)
  await vi.waitFor(() => expect(choices.store.getState().lists.speaker).toHaveLength(1))
  expect(isGone(), 'it was not the one that was chosen').toBe(false)
  plug([...BUILT_IN, ...HEADSET])
  choices.choose('speaker', { id: 'out-2', label: 'Koptelefoon' })
  plug(BUILT_IN)
  await vi.waitFor(() => expect(isGone()).toBe(true))
  expect(choices.idOf('speaker')).toBeNull()
  plug([...BUILT_IN, ...HEADSET])
  await vi.waitFor(() => expect(isGone()).toBe(false))
  plug(BUILT_IN)
  await vi.waitFor(() => expect(isGone()).toBe(true))
  choices.readGone()
  plug(BUILT_IN)
  await vi.waitFor(() => expect(choices.store.getState().lists.speaker).toHaveLength(1))
  expect(isGone()).toBe(false)
  end()
})

test('[V14] names that are withheld again are no loudspeaker that went away; nothing plugged at all is one', async () => {
  const { plug } = pluggedIn(HEADSET, { namesAtOnce: true })
  const { choices } = createDevices()
  const speaker = () => choices.store.getState().lists.speaker.length
  const end = choices.watch()
  await vi.waitFor(() => expect(speaker()).toBe(1))
  choices.choose('speaker', { id: 'out-2', label: 'Koptelefoon' })
  plug(HEADSET.map((each) => ({ ...each, deviceId: '', label: '' })))
  await vi.waitFor(() => expect(speaker()).toBe(0))
  expect(choices.store.getState().speakerGone).toBe(false)
  plug(HEADSET)
  await vi.waitFor(() => expect(speaker()).toBe(1))
  plug([])
  await vi.waitFor(() => expect(choices.store.getState().speakerGone).toBe(true))
  end()
})

test('a camera that another program has costs no microphone', async () => {
  pluggedIn(BUILT_IN.map((each) => ({ ...each, isBusy: each.kind === 'videoinput' })))
  const { camera, microphone } = await createDevices().preview()
  expect(camera.problem).toBe('busy')
  expect(microphone.problem).toBeNull()
  expect(microphone.track).not.toBeNull()
})

test('a browser that gives pages no devices is told from one that finds none', async () => {
  vi.stubGlobal('navigator', {})
  const { camera, microphone } = await createDevices().preview()
  expect([camera.problem, microphone.problem]).toEqual(['browser', 'browser'])
  pluggedIn([])
  expect((await createDevices().capture('microphone')).problem).toBe('none')
})
