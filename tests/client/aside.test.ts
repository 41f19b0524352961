import { afterEach, expect, test } from 'vitest'
import { createAside } from '../../client/core/media/aside.ts'
import type { Connect, Connection, Sending } from '../../client/core/media/connection.ts'
import type { Devices } from '../../client/core/media/devices.ts'
import { asideRoom } from '../../shared/dialogue/aside.ts'
import { project } from '../../shared/dialogue/project.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { does, inPlenary, speaksApart, starts, raise, next, talksApart } from '../domain/support/sentence.ts'
import { stateAfter } from '../support/media.ts'
import { until } from '../support/until.ts'
import { asTrack, FakeTrack } from '../support/fakeTracks.ts'
import { fakeSession } from './support/fakeSession.ts'

const TALK = [inPlenary, talksApart('Ans')]
let stop = () => {}
afterEach(() => stop())

/** One person's talk apart, with the SFU, the server and the devices played by hand. */
function apartAs(me: string, ...steps: Parameters<typeof stateAfter>[0]) {
  const sent: object[] = []
  const asked: Sending[] = []
  const released: string[] = []
  let closed = 0
  const session = fakeSession({ me, state: project(stateAfter(steps), me) })
  session.send = (type, payload) =>
    Promise.resolve(void sent.push({ type, ...(payload as object) })).then(() => ({ ok: true }))
  const connect: Connect = (pass) => {
    const connection: Connection = {
      place: asideRoom('Ans'),
      version: pass.version,
      lease: '',
      receive: () => undefined,
      send: (now) => Promise.resolve(void asked.push(now)),
      microphoneOn: () => false,
      sounds: () => [],
      pictures: () => ({}),
      paused: () => [],
      canPlay: () => true,
      startAudio: () => undefined,
      close: () => void (closed += 1),
    }
    return Promise.resolve(connection)
  }
  session.joinAside = () => {
    const { state } = session.store.getState()
    const version = state?.help[0]?.aside?.version ?? 0
    return Promise.resolve({ url: '', token: '', lease: '', room: asideRoom('Ans'), version })
  }
  const track = asTrack(new FakeTrack('audio'))
  const devices = {
    capture: async () => ({ track, problem: null }),
    open: () => track,
    release: (kind: string) => void released.push(kind),
  } as unknown as Devices
  const aside = createAside(session, devices, connect)
  stop = aside.start()
  const becomes = (...after: Parameters<typeof stateAfter>[0]) =>
    session.store.setState({ state: project(stateAfter(after), me) as SessionState })
  return {
    aside,
    sent,
    released,
    becomes,
    sends: () => asked.at(-1)?.microphone ?? null,
    closed: () => closed,
  }
}

test('nothing is sent before the own press, by whoever asked as well as by the helper', async () => {
  for (const me of ['Ans', 'Henk']) {
    const { aside, sends } = apartAs(me, ...TALK)
    await until('it is connected', () => aside.store.getState().status === 'on')
    expect(sends()).toBeNull()
    await aside.speak(true)
    expect(sends()).toMatchObject({ muted: false })
    stop()
  }
})

test('who asked says to the server that they speak apart before anything is sent; the helper has nothing to say', async () => {
  const ans = apartAs('Ans', ...TALK)
  await ans.aside.speak(true)
  expect(ans.sent).toEqual([{ type: 'setAside', speaks: true, screen: false }])
  stop()
  const henk = apartAs('Henk', ...TALK)
  await henk.aside.speak(true)
  expect(henk.sent).toEqual([])
})

test('[F4] beginning a turn ends it, and no later talk goes on with the press of this one', async () => {
  const { aside, becomes, sends } = apartAs('Ans', ...TALK)
  await aside.speak(true)
  becomes(...TALK, speaksApart('Ans'))
  becomes(...TALK, raise('Ans'), speaksApart('Ans'), next(), starts('Ans'))
  expect(aside.store.getState().speaks).toBe(false)
  expect(sends()).toBeNull()
  await aside.speak(true)
  const again = does('Henk', 'openAside', () => ({ person: 'Ans' }))
  becomes(
    ...TALK,
    does('Henk', 'closeAside', () => ({ person: 'Ans' })),
    again,
  )
  expect(aside.store.getState().speaks).toBe(false)
})

test('after a reload the table hears again: the press of the page before is over', async () => {
  const { sent } = apartAs('Ans', ...TALK, speaksApart('Ans'))
  expect(sent).toEqual([{ type: 'setAside', speaks: false, screen: false }])
})

test('when it ends the connection goes, and with it the microphone of a helper, who has no other room', async () => {
  const { aside, becomes, released, closed } = apartAs('Henk', ...TALK)
  await until('it is connected', () => aside.store.getState().status === 'on')
  await aside.speak(true)
  becomes(
    ...TALK,
    does('Ans', 'closeHelp', () => ({ person: 'Ans' })),
  )
  await until('it is left', () => closed() === 1)
  expect(released).toEqual(['microphone'])
})
