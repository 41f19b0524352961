import { beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../../client/media/connection.ts'
import type { Sending } from '../../client/media/connection.ts'

/** The SDK's room, played by hand: what it is asked to do with the microphone, in order. */
const asked: string[] = []
const room = vi.hoisted(() => ({ state: 'connected' as string }))

vi.mock('livekit-client', async (original) => {
  const real = await original<typeof import('livekit-client')>()
  class FakeAudioTrack {
    mute() {
      return Promise.resolve()
    }
  }
  class FakeRoom {
    remoteParticipants = new Map()
    own: { track: object; isMuted: boolean; mute(): void; unmute(): void } | undefined
    localParticipant = {
      permissions: { canPublish: true, canPublishSources: [2] },
      getTrackPublication: (source: string) =>
        source === real.Track.Source.Microphone ? this.own : undefined,
      publishTrack: (given: unknown) => {
        const isMuted = given instanceof FakeAudioTrack
        asked.push(isMuted ? 'publish muted' : 'publish')
        this.own = {
          track: {},
          isMuted,
          mute: () => void (asked.push('mute'), this.own && (this.own.isMuted = true)),
          unmute: () => void (asked.push('unmute'), this.own && (this.own.isMuted = false)),
        }
        return Promise.resolve({ track: null })
      },
      unpublishTrack: () => Promise.resolve(),
    }
    get state() {
      return room.state
    }
    on() {}
    connect() {
      return Promise.resolve()
    }
  }
  return { ...real, Room: FakeRoom, LocalAudioTrack: FakeAudioTrack }
})

const track = { clone: () => track } as unknown as MediaStreamTrack
const microphone = (muted: boolean): Sending => ({ microphone: { track, muted }, camera: null })
const events = { changed: () => {}, trouble: () => {}, lost: () => {} }
const pass = { url: '', token: '', lease: '', room: 'plenary', version: 0 }

beforeEach(() => {
  asked.length = 0
  room.state = 'connected'
})

test('a press while the line to the SFU is mended counts once it is back: whoever mutes is muted', async () => {
  const connection = await connect(pass, events)
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
  const connection = await connect(pass, events)
  await connection.send(microphone(true))
  expect(asked).toEqual([])
})

test('[F9] before a turn has begun the microphone is there and muted; the beginning only unmutes it', async () => {
  const connection = await connect(pass, events)
  await connection.send({ microphone: { track, muted: true, ahead: true }, camera: null })
  expect(asked).toEqual(['publish muted'])
  expect(connection.microphoneOn()).toBe(false)
  await connection.send(microphone(false))
  expect(asked).toEqual(['publish muted', 'unmute'])
})
