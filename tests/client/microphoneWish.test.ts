import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Devices } from '../../client/core/media/devices.ts'
import { createChoices } from '../../client/core/media/choices.ts'
import { createMedia, type Media } from '../../client/core/media/media.ts'
import type { Session } from '../../shared/channel/session.ts'
import {
  goesAway,
  grants,
  inPlenary,
  mode,
  organiser,
  raise,
  silence,
  speaks,
  starts,
  type Step,
} from '../domain/support/sentence.ts'
import { lobby } from '../domain/support/world.ts'
import { fakeRoom, fakeSession } from './support/fakeSession.ts'

/** The device, with the browser's question and the SFU played by hand. */
let room: ReturnType<typeof fakeRoom>
let session: Session
let media: Media
let answerBrowser: (() => void) | null = null

const track = { readyState: 'live', stop: () => undefined } as unknown as MediaStreamTrack
const devices: Devices = {
  choices: createChoices(),
  open: (kind) => (kind === 'microphone' ? track : null),
  release: () => undefined,
  capture: () =>
    new Promise((resolve) => {
      answerBrowser = () => resolve({ track, problem: null })
    }),
  preview: () => Promise.reject(new Error('nobody looks at a preview here')),
  watch: () => () => undefined,
}

let taken: Step[] = []
function happens(...steps: (Step | Step[])[]): void {
  taken.push(...steps.flat())
  const world = taken.reduce((so, step) => step(so), { world: lobby(), refused: null as string | null })
  if (world.refused) throw new Error(world.refused)
  session.store.setState({ state: world.world.state })
}

const turnNow = () => session.store.getState().state?.floors['plenary']?.turn?.id ?? ''
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))
const heard = () => room.sending()?.microphone?.muted === false

async function press(ahead?: Parameters<Media['setMicrophone']>[1]): Promise<() => Promise<void>> {
  const pressed = media.setMicrophone(true, ahead)
  return async () => {
    answerBrowser?.()
    await pressed
    await settled()
  }
}

/** For twenty seconds; it looks at its clock when it is looked at. */
function standsStill(): void {
  const now = Date.now()
  vi.spyOn(Date, 'now').mockReturnValue(now + 20_000)
  document.dispatchEvent(new Event('visibilitychange'))
  vi.restoreAllMocks()
}

/** The server's answer to what a press asks for. */
function asked() {
  let begins: (accepted: boolean) => void = () => undefined
  const accepted = new Promise<boolean>((resolve) => (begins = resolve))
  return { accepted, begins: (yes: boolean) => begins(yes) }
}

beforeEach(async () => {
  taken = []
  answerBrowser = null
  room = fakeRoom()
  session = fakeSession({ me: 'Ans' })
  media = createMedia(session, { connect: room.connect, devices })
  happens(inPlenary)
  media.start({ camera: false })
  await settled()
})
afterEach(() => media.stop())

describe('[F4] [F8] a press on the microphone counts for what it was made for', () => {
  test('Begin, and the browser answers at once: heard in this turn', async () => {
    happens(speaks('Ans'))
    const answered = await press({ turn: turnNow() })
    await answered()
    expect(heard()).toBe(true)
  })

  test('Begin, and the browser asks so long that the turn is over: not heard in the free talk after it', async () => {
    happens(speaks('Ans'))
    const turn = turnNow()
    const answered = await press({ turn })
    happens(organiser('endTurn', { room: 'plenary', turn }))
    await answered()
    expect(media.store.getState().wantsMicrophone).toBe(false)
    happens(mode('free'))
    await settled()
    expect(heard()).toBe(false)
    expect(room.sending()?.microphone).toEqual({ track, muted: true, ahead: false })
  })

  test('neither in the next turn of the same person', async () => {
    happens(speaks('Ans'))
    const turn = turnNow()
    const answered = await press({ turn })
    happens(organiser('endTurn', { room: 'plenary', turn }), speaks('Ans'))
    await answered()
    expect(turnNow()).not.toBe(turn)
    expect(heard()).toBe(false)
  })

  test('Begin is answered before the event is here: the wish waits for its own turn', async () => {
    happens(speaks('Bram'))
    happens(organiser('endTurn', { room: 'plenary', turn: turnNow() }))
    const before = [...taken]
    happens(speaks('Ans'))
    const turn = turnNow()
    const after = session.store.getState().state
    const offered = after && {
      ...after,
      floors: {
        plenary: { ...after.floors['plenary'], turn: { ...after.floors['plenary']?.turn, state: 'offered' } },
      },
    }
    taken = before
    session.store.setState({ state: offered as typeof after })
    const answered = await press({ turn })
    await answered()
    expect(heard()).toBe(false)
    session.store.setState({ state: after })
    await settled()
    expect(heard()).toBe(true)
  })

  test('pressed as the line comes back: the turn stands still for a moment while the browser is asked, and goes on with that press', async () => {
    happens(speaks('Ans'))
    const going = session.store.getState().state
    const turn = going?.floors['plenary']?.turn
    const floor = { ...going?.floors['plenary'], turn: { ...turn, state: 'dropped', deadline: 0 } }
    const waiting = { ...going, floors: { plenary: floor } } as typeof going
    const answered = await press()
    session.store.setState({ state: waiting })
    await answered()
    expect(heard()).toBe(false)
    session.store.setState({ state: going })
    await settled()
    expect(heard()).toBe(true)
    // without another press it is not heard when it happens again
    session.store.setState({ state: waiting })
    session.store.setState({ state: going })
    await settled()
    expect(heard()).toBe(false)
  })

  test('pressed while the line is away: the turn waits when the line is back, and goes on with that press', async () => {
    happens(speaks('Ans'))
    const going = session.store.getState().state
    session.store.setState({ connection: 'lost' })
    await (
      await press()
    )()
    expect(media.store.getState().wantsMicrophone).toBe(true)
    happens(goesAway('Ans'))
    session.store.setState({ connection: 'live' })
    await settled()
    expect(heard()).toBe(false)
    session.store.setState({ state: going })
    await settled()
    expect(heard()).toBe(true)
  })

  test('and not when the turn is over by then', async () => {
    happens(speaks('Ans'))
    const turn = turnNow()
    session.store.setState({ connection: 'lost' })
    await (
      await press()
    )()
    happens(organiser('endTurn', { room: 'plenary', turn }))
    session.store.setState({ connection: 'live' })
    happens(mode('free'))
    await settled()
    expect(media.store.getState().wantsMicrophone).toBe(false)
    expect(heard()).toBe(false)
  })

  test('a silence begins while the browser asks: not heard when it is over', async () => {
    happens(raise('Ans'), grants('Ans'))
    const answered = await press({ turn: turnNow() })
    happens(starts('Ans'), silence(60_000))
    await answered()
    happens(organiser('endSilence', { room: 'plenary' }))
    await settled()
    expect(heard()).toBe(false)
  })

  test('off while the browser asks: the last press counts', async () => {
    happens(speaks('Ans'))
    const answered = await press()
    await media.setMicrophone(false)
    await answered()
    expect(media.store.getState().wantsMicrophone).toBe(false)
    expect(heard()).toBe(false)
  })

  test('the page stands still while the browser asks: whoever is back presses once more', async () => {
    happens(speaks('Ans'))
    const answered = await press()
    standsStill()
    await answered()
    expect(heard()).toBe(false)
    expect(media.store.getState().lost.microphone).toBe('away')
    await (
      await press()
    )()
    expect(heard()).toBe(true)
  })

  test('the page stands still while the server is asked to begin: the turn has begun, and the microphone takes another press', async () => {
    happens(raise('Ans'), grants('Ans'))
    const ahead = { turn: turnNow() }
    const { accepted, begins } = asked()
    const pressed = media.setMicrophone(true, ahead, accepted)
    standsStill()
    happens(starts('Ans'))
    begins(true)
    await pressed
    await settled()
    expect(answerBrowser).toBeNull()
    expect(heard()).toBe(false)
    expect(media.store.getState().lost.microphone).toBe('away')
    await (
      await press()
    )()
    expect(heard()).toBe(true)
  })

  test('the server refuses: no device is asked for, and nothing is left of the press', async () => {
    happens(raise('Ans'), grants('Ans'))
    const { accepted, begins } = asked()
    const pressed = media.setMicrophone(true, { turn: turnNow() }, accepted)
    begins(false)
    await pressed
    happens(starts('Ans'))
    standsStill()
    await settled()
    expect(answerBrowser).toBeNull()
    expect(media.store.getState()).toMatchObject({ wantsMicrophone: false, lost: { microphone: null } })
  })

  test('back after being away: what was pressed in a turn is not heard in the free talk that came meanwhile', async () => {
    happens(speaks('Ans'))
    const turn = turnNow()
    await (
      await press({ turn })
    )()
    expect(heard()).toBe(true)
    // the whole tail comes in at once
    happens(organiser('endTurn', { room: 'plenary', turn }), mode('free'))
    await settled()
    expect(heard()).toBe(false)
  })

  test('whoever leads is heard while steering, and not by that press once it is free talk', async () => {
    session.store.setState({ me: 'Olga' })
    const answered = await press('lead')
    happens(organiser('startSteering', { room: 'plenary' }))
    await answered()
    expect(heard()).toBe(true)
    happens(organiser('stopSteering', { room: 'plenary' }), mode('free'))
    await settled()
    expect(heard()).toBe(false)
  })

  test.each([
    ['off', false],
    ['on', true],
  ])(
    'a press to steer in free talk counts before its event is here, with the microphone %s',
    async (_how, on) => {
      session.store.setState({ me: 'Olga' })
      happens(mode('free'))
      if (on) {
        const spoke = await press()
        await spoke()
      }
      const answered = await press('lead')
      await answered()
      expect(heard()).toBe(on)
      happens(organiser('startSteering', { room: 'plenary' }))
      await settled()
      expect(heard()).toBe(true)
    },
  )

  test('pressed by whoever leads while the line is away: over when the steering is, and not heard when it is steered again', async () => {
    session.store.setState({ me: 'Olga' })
    happens(organiser('startSteering', { room: 'plenary' }))
    session.store.setState({ connection: 'lost' })
    await (
      await press()
    )()
    happens(organiser('stopSteering', { room: 'plenary' }))
    session.store.setState({ connection: 'live' })
    await settled()
    expect(media.store.getState().wantsMicrophone).toBe(false)
    happens(organiser('startSteering', { room: 'plenary' }))
    await settled()
    expect(heard()).toBe(false)
  })

  test('a silence ends what was pressed before it', async () => {
    happens(mode('free'))
    await (
      await press()
    )()
    expect(heard()).toBe(true)
    happens(silence(60_000))
    happens(organiser('endSilence', { room: 'plenary' }))
    await settled()
    expect(heard()).toBe(false)
  })

  test('without anything to be heard for, a press means nothing later', async () => {
    await (
      await press()
    )()
    happens(mode('free'))
    await settled()
    expect(media.store.getState().wantsMicrophone).toBe(false)
    expect(heard()).toBe(false)
  })
})

test('a meter message, a ping or somebody talking changes no list of tracks and no word about the devices', async () => {
  await settled()
  const told: string[] = []
  const ends = [
    media.tracks.subscribe(() => told.push('tracks')),
    media.store.subscribe(() => told.push('media')),
  ]
  session.store.setState({ offset: 3 })
  session.store.setState({ speaking: { plenary: ['Bram'] } })
  session.store.setState({ meter: null })
  await settled()
  for (const end of ends) end()
  expect(told).toEqual([])
})
