import { setTimeout as pause } from 'node:timers/promises'
import {
  AudioFrame,
  AudioSource,
  AudioStream,
  DisconnectReason,
  Room,
  RoomEvent,
  TrackKind,
  TrackSource,
  dispose,
} from '@livekit/rtc-node'
import type { RemoteTrack, RemoteTrackPublication } from '@livekit/rtc-node'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { personOf } from './leases.ts'
import { followMark } from './mark.ts'
import { createMicrophone } from './microphone.ts'
import { within } from '../kit/within.ts'

/** Sound as voices speak it: 16-bit mono at this many samples a second. */
const VOICE_RATE = 16_000
const FRAME_MS = 50
const FRAME = (VOICE_RATE * FRAME_MS) / 1000
/** Sound handed over ahead of its time, so that a busy machine does not stutter. */
const AHEAD_MS = 150
const CONNECT_MS = 15_000

/** One simulated participant in one room of the SFU. */
export interface VoiceRoom {
  /** Resolves once the others can hear this voice; rejects when the SFU does not allow it in time. */
  openMicrophone(): Promise<void>
  /** Sends nothing until it is opened again; the track stays. */
  muteMicrophone(): void
  closeMicrophone(): Promise<void>
  /** The room is better left and joined afresh, at a moment when nobody misses this voice. */
  worn(): boolean
  /** Speaks in real time; resolves at the end, or when `signal` cuts it short. Times are this machine's clock. */
  say(samples: Int16Array, signal?: AbortSignal): Promise<{ startMs: number; endMs: number }>
  /** Milliseconds of sound that arrived per person, loud or not. Stays empty unless `hear` was asked. */
  readonly heardMs: ReadonlyMap<PersonId, number>
  connected(): boolean
  leave(): Promise<void>
}

export interface VoiceRoomInput {
  /** Hears nobody unless asked: listening is what costs. */
  hear?: boolean | undefined
  /** The SFU's mark of this connection: at first, and each time the library made it anew. */
  onMarked?: (connection: string) => void
  /** `displaced`: another connection came in with this pass. */
  onLost?: (displaced: boolean) => void
}

/** Joins with a pass. */
export async function joinVoiceRoom(
  pass: { url: string; token: string },
  { hear = false, onMarked, onLost }: VoiceRoomInput = {},
): Promise<VoiceRoom> {
  const room = new Room()
  const heardMs = new Map<PersonId, number>()
  let left = false
  if (hear) followMicrophones(room, heardMs)
  room.on(RoomEvent.Disconnected, (reason) => {
    if (!left) onLost?.(reason === DisconnectReason.DUPLICATE_IDENTITY)
  })
  await within(
    room.connect(pass.url, pass.token, { autoSubscribe: false, dynacast: false }),
    CONNECT_MS,
    'the SFU',
  )
  if (onMarked) followMark(room, onMarked)
  if (hear)
    for (const { trackPublications } of room.remoteParticipants.values()) trackPublications.forEach(subscribe)
  const source = new AudioSource(VOICE_RATE, 1, 1_000)
  const microphone = createMicrophone(room, source)

  return {
    heardMs,
    connected: () => room.isConnected && !left,
    openMicrophone: microphone.open,
    muteMicrophone: microphone.mute,
    closeMicrophone: microphone.close,
    worn: microphone.worn,
    say: (samples, signal) => speak(source, samples, signal),
    async leave() {
      left = true
      await microphone.close()
      await within(room.disconnect(), 2_000, 'the SFU').catch(() => undefined)
      await within(source.close(), 1_000, 'the SFU').catch(() => undefined)
    },
  }
}

/** Frees the native side; after this nothing can be joined any more. */
export const endVoices = (): Promise<void> => dispose()

function subscribe(publication: RemoteTrackPublication) {
  if (publication.source === TrackSource.SOURCE_MICROPHONE) publication.setSubscribed(true)
}

function followMicrophones(room: Room, heardMs: Map<PersonId, number>) {
  room.on(RoomEvent.TrackPublished, subscribe)
  room.on(RoomEvent.TrackSubscribed, (track, _publication, participant) => {
    const person = personOf(participant.identity)
    if (person !== null && track.kind === TrackKind.KIND_AUDIO) void count(track, person, heardMs)
  })
}

async function count(track: RemoteTrack, person: PersonId, heardMs: Map<PersonId, number>) {
  const reader = new AudioStream(track, { sampleRate: VOICE_RATE, numChannels: 1 }).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const ms = (value.samplesPerChannel / value.sampleRate) * 1000
    heardMs.set(person, (heardMs.get(person) ?? 0) + ms)
  }
}

async function speak(source: AudioSource, samples: Int16Array, signal?: AbortSignal) {
  const startMs = Date.now()
  for (let at = 0; at < samples.length && !signal?.aborted; at += FRAME) {
    // the last frame is filled up with silence
    const data = new Int16Array(FRAME)
    data.set(samples.subarray(at, at + FRAME))
    await source.captureFrame(new AudioFrame(data, VOICE_RATE, 1, FRAME))
    const ahead = (at / VOICE_RATE) * 1000 - (Date.now() - startMs)
    if (ahead > AHEAD_MS) await pause(ahead - AHEAD_MS)
  }
  if (signal?.aborted) source.clearQueue()
  else await source.waitForPlayout()
  return { startMs, endMs: Date.now() }
}
