import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DisconnectReason, EngineEvent, RoomEvent } from 'livekit-client'
import { connect } from '../../client/core/media/livekit.ts'
import type { Sending } from '../../client/core/media/connection.ts'
import { asTrack, FakeTrack } from '../support/fakeTracks.ts'

/** The SDK's room, played by hand: what it is asked to do with the microphone, in order. */
const asked: string[] = []
const room = vi.hoisted(() => ({
  state: 'connected' as string,
  /** What the SDK tells, and its engine, by the name of the event. */
  told: {} as Record<string, (what: unknown) => void>,
  sent: null as object | null,
  /** What the SDK does when a published track ended. */
  ended: (): void => {},
  /** What comes of publishing the camera. */
  seen: (): Promise<object> => Promise.resolve({}),
}))

vi.mock('livekit-client', async (original) => {
  const real = await original<typeof import('livekit-client')>()
  class FakeAudioTrack {
    given: object
    constructor(given: object) {
      this.given = given
    }
    mute() {
      return Promise.resolve()
    }
  }
  class FakeRoom {
    remoteParticipants = new Map()
    own: { track: object; isMuted: boolean; mute(): void; unmute(): void } | undefined
    localParticipant = {
      sid: 'PA_first',
      permissions: { canPublish: true, canPublishSources: [1, 2] },
      getTrackPublication: (source: string) =>
        source === real.Track.Source.Microphone ? this.own : undefined,
      publishTrack: (given: object, { source }: { source: string }) => {
        if (source === real.Track.Source.Camera) {
          asked.push('publish camera')
          return room.seen()
        }
        const isMuted = given instanceof FakeAudioTrack
        asked.push(isMuted ? 'publish muted' : 'publish')
        const mediaStreamTrack = isMuted ? given.given : given
        const track = { mediaStreamTrack, once: (_: string, told: () => void) => (room.ended = told) }
        this.own = {
          track,
          isMuted,
          mute: () => void (asked.push('mute'), this.own && (this.own.isMuted = true)),
          unmute: () => void (asked.push('unmute'), this.own && (this.own.isMuted = false)),
        }
        room.sent = mediaStreamTrack
        return Promise.resolve({ track })
      },
      unpublishTrack: () => {
        asked.push('unpublish')
        this.own = undefined
        return Promise.resolve()
      },
    }
    get state() {
      return room.state
    }
    on(event: string, hear: (what: unknown) => void) {
      room.told[event] = hear
    }
    once = this.on
    engine = this
    connect() {
      return Promise.resolve()
    }
  }
  return { ...real, Room: FakeRoom, LocalAudioTrack: FakeAudioTrack }
})

const track = asTrack(new FakeTrack('audio'))
const microphone = (muted: boolean, of = track): Sending => ({
  microphone: { track: of, muted },
  camera: null,
})
const sent = () => room.sent as FakeTrack
const NOBODY = { hear: () => false, expect: () => false, see: () => false }
const events = { changed: () => {}, trouble: () => {}, marked: () => {}, lost: () => {} }
const pass = { url: '', token: '', lease: '', room: 'plenary', version: 0 }

beforeEach(() => {
  asked.length = 0
  room.state = 'connected'
  room.seen = () => Promise.resolve({})
})

test('a press while the line to the SFU is mended counts once it is back: whoever mutes is muted', async () => {
  const connection = await connect(pass, events, NOBODY)
  await connection.send(microphone(false))
  room.state = 'reconnecting'
  await connection.send(microphone(true))
  expect(asked).toEqual(['publish'])
  room.state = 'connected'
  await connection.send(microphone(true))
  await connection.send(microphone(false))
  await connection.send(microphone(true))
  expect(asked).toEqual(['publish', 'mute', 'unmute', 'mute'])
})

test('nothing is published for a microphone that is not wanted', async () => {
  const connection = await connect(pass, events, NOBODY)
  await connection.send(microphone(true))
  expect(asked).toEqual([])
})

test('a voice does not wait for a picture that is still being sent', async () => {
  const connection = await connect(pass, events, NOBODY)
  room.seen = () => new Promise(() => {})
  void connection.send({ microphone: null, camera: asTrack(new FakeTrack('video')) })
  await Promise.resolve()
  void connection.send({ ...microphone(false), camera: asTrack(new FakeTrack('video')) })
  await vi.waitFor(() => expect(connection.microphoneOn()).toBe(true))
})

test('what could not be published is let go: the light of the camera would stay on', async () => {
  const connection = await connect(pass, events, NOBODY)
  const camera = new FakeTrack('video')
  const copy = new FakeTrack('video')
  camera.clone = () => copy
  room.seen = () => Promise.reject(new Error('no line'))
  await expect(connection.send({ microphone: null, camera: asTrack(camera) })).rejects.toThrow('no line')
  expect([camera.readyState, copy.readyState]).toEqual(['live', 'ended'])
})

test('[F9] before a turn has begun the microphone is there and muted; the beginning only unmutes it', async () => {
  const connection = await connect(pass, events, NOBODY)
  await connection.send({ microphone: { track, muted: true, ahead: true }, camera: null })
  expect(asked).toEqual(['publish muted'])
  expect(connection.microphoneOn()).toBe(false)
  await connection.send(microphone(false))
  expect(asked).toEqual(['publish muted', 'unmute'])
})

test('signs are read off the picture: the camera is asked for more pictures before it is sent, however it was opened', async () => {
  const connection = await connect(pass, events, NOBODY)
  const camera = Object.assign(new FakeTrack('video'), {
    getConstraints: () => ({ width: 640, frameRate: { ideal: 15, max: 20 } }),
    applyConstraints: (wanted: MediaTrackConstraints) =>
      Promise.resolve(void asked.push(JSON.stringify(wanted))),
  })
  await connection.send({ microphone: null, camera: asTrack(camera), fluent: true })
  expect(asked).toEqual(['{"width":640,"frameRate":{"ideal":25}}', 'publish camera'])
})

describe('[F4] a published track that ended is not what is sent any more', () => {
  test('another device after a loss: what was published is replaced, not unmuted', async () => {
    const connection = await connect(pass, events, NOBODY)
    const headset = new FakeTrack('audio')
    await connection.send(microphone(false, asTrack(headset)))
    await connection.send(microphone(true, asTrack(headset)))
    headset.goes()
    sent().goes()
    await connection.send(microphone(false))
    expect(asked).toEqual(['publish', 'mute', 'unpublish', 'publish'])
    expect(sent().readyState).toBe('live')
  })

  test('it ended and nothing else is there: it is taken away, and the microphone is not on', async () => {
    const connection = await connect(pass, events, NOBODY)
    const headset = new FakeTrack('audio')
    await connection.send(microphone(false, asTrack(headset)))
    headset.goes()
    sent().goes()
    expect(connection.microphoneOn()).toBe(false)
    await connection.send(microphone(false, asTrack(headset)))
    expect(asked).toEqual(['publish', 'unpublish'])
  })

  test('published ahead of a turn, and ended before it began: the turn begins with a live one', async () => {
    const told = vi.fn()
    const connection = await connect(pass, { ...events, changed: told }, NOBODY)
    await connection.send({ microphone: { track, muted: true, ahead: true }, camera: null })
    sent().goes()
    room.ended()
    expect(told).toHaveBeenCalled()
    await connection.send({ microphone: { track, muted: true, ahead: true }, camera: null })
    await connection.send(microphone(false))
    expect(asked).toEqual(['publish muted', 'unpublish', 'publish muted', 'unmute'])
    expect(sent().readyState).toBe('live')
  })

  test('the source was opened anew while the old one lives on: the new one is sent', async () => {
    const connection = await connect(pass, events, NOBODY)
    await connection.send(microphone(false, asTrack(new FakeTrack('audio'))))
    await connection.send(microphone(false))
    expect(asked).toEqual(['publish', 'unpublish', 'publish'])
  })
})

describe('whose connection it is (threat 1)', () => {
  test("the SFU's mark of it is told at first and each time the SDK made it anew, before sound flows again", async () => {
    const marked = vi.fn()
    await connect(pass, { ...events, marked }, NOBODY)
    room.told[EngineEvent.SignalRestarted]?.({ participant: { sid: 'PA_second' } })
    expect(marked.mock.calls).toEqual([['PA_first'], ['PA_second']])
  })

  test('another connection with the same pass is told from any other end', async () => {
    const lost = vi.fn()
    await connect(pass, { ...events, lost }, NOBODY)
    room.told[RoomEvent.Disconnected]?.(DisconnectReason.DUPLICATE_IDENTITY)
    room.told[RoomEvent.Disconnected]?.(DisconnectReason.PARTICIPANT_REMOVED)
    expect(lost.mock.calls).toEqual([[true], [false]])
  })
})
