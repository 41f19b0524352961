import {
  AudioStream,
  Room,
  RoomEvent,
  TrackKind,
  TrackSource,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type TrackPublication,
} from '@livekit/rtc-node'
import { delayOf, type Delay } from './delay.ts'
import { createEar, type Ear } from './speech/ear.ts'
import type { Silero } from './speech/silero.ts'
import { BLOCK_MS, RATE } from './speech/sound.ts'
import { monotonicMs, type FromListener } from './wire.ts'

/** The listener in one SFU room. */
export interface Attendance {
  connected(): boolean
  /** Of the microphones that were there when we came, each is heard that can be. */
  whole(): boolean
  leave(): Promise<void>
}

/** From microphone to jitter buffer, and from there to us: packets and frames. Measured on loopback with tones (17 to 35 ms). */
const PATH_MS = 24
/** A jitter buffer that nobody has asked yet: as on a quiet line. */
const USUAL_WAIT_MS = 40
/** Sound is fetched in pieces of five decisions: the library shows each piece to everybody in the house, which costs more than hearing it. */
const FRAME_MS = 5 * BLOCK_MS
/** How often a jitter buffer is asked how long sound waits in it: while there is sound, and while there is none. */
const ASK_MS = 500
const ASK_QUIET_MS = 5_000
/** A microphone that has not come in so long after we asked for it may never come. */
const SUBSCRIBE_MS = 5_000

interface Listened {
  identity: string
  ear: Ear
  muted: boolean
  waitedMs: number
  ended: boolean
  stop(): void
}

/**
 * Joins a room unseen, subscribes to microphones only, and tells what is heard. Sound under any other label is reported, not heard.
 * Rejects when the room cannot be joined.
 */
export async function attend(
  { room: name, url, token }: { room: string; url: string; token: string },
  silero: Silero,
  tell: (message: FromListener) => void,
): Promise<Attendance> {
  const room = new Room()
  // The library hangs one listener per track on the room.
  room.setMaxListeners(0)
  const listened = new Map<string, Listened>()
  /** Microphones that were there when we came and are not heard yet. */
  const awaited = new Set<string>()

  function consider(publication: TrackPublication, participant: { identity: string }) {
    if (publication.kind !== TrackKind.KIND_AUDIO) return
    const microphone = publication.source === TrackSource.SOURCE_MICROPHONE
    tell({ kind: 'track', room: name, identity: participant.identity, microphone })
    if (microphone) remote(publication)?.setSubscribed(true)
  }

  function start(track: RemoteTrack, publication: RemoteTrackPublication, participant: RemoteParticipant) {
    const sid = publication.sid
    if (!sid || publication.kind !== TrackKind.KIND_AUDIO) return
    stop(sid)
    const identity = participant.identity
    const ear = createEar(silero.voice(), (heard) => {
      if (heard.kind === 'spoke') tell({ ...heard, room: name, identity })
      else tell({ kind: 'speaking', room: name, identity, speaking: heard.speaking })
    })
    const stream = new AudioStream(track, { sampleRate: RATE, numChannels: 1, frameSizeMs: FRAME_MS })
    const reader = stream.getReader()
    const one: Listened = {
      identity,
      ear,
      muted: publication.muted === true,
      waitedMs: USUAL_WAIT_MS,
      ended: false,
      stop: () => void reader.cancel().catch(() => undefined),
    }
    if (one.muted) ear.mute(monotonicMs())
    listened.set(sid, one)
    awaited.delete(sid)
    void drink(reader, one)
    void followWait(delayOf(track), one)
  }

  function stop(sid: string | undefined) {
    const one = sid === undefined ? undefined : listened.get(sid)
    if (!one || sid === undefined) return
    listened.delete(sid)
    one.ended = true
    one.stop()
    void one.ear.close(monotonicMs())
  }

  function mute(publication: TrackPublication, muted: boolean) {
    const one = publication.sid === undefined ? undefined : listened.get(publication.sid)
    if (!one || one.muted === muted) return
    one.muted = muted
    const atMs = monotonicMs()
    if (muted) {
      one.ear.mute(atMs)
      tell({ kind: 'muted', room: name, identity: one.identity, atMs })
    } else one.ear.unmute(atMs)
  }

  function stopAll() {
    for (const sid of listened.keys()) stop(sid)
  }

  let lost = false
  room
    .on(RoomEvent.ParticipantConnected, ({ identity }) => tell({ kind: 'joined', room: name, identity }))
    .on(RoomEvent.TrackPublished, consider)
    .on(RoomEvent.TrackSubscribed, start)
    .on(RoomEvent.TrackUnsubscribed, (_track, { sid }) => stop(sid))
    .on(RoomEvent.TrackUnpublished, ({ sid }) => {
      if (sid) awaited.delete(sid)
      stop(sid)
    })
    .on(RoomEvent.TrackMuted, (publication) => mute(publication, true))
    .on(RoomEvent.TrackUnmuted, (publication, participant) => {
      mute(publication, false)
      consider(publication, participant)
    })
    .on(RoomEvent.Disconnected, () => {
      stopAll()
      if (!lost) tell({ kind: 'lost', room: name })
      lost = true
    })
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const joinedMs = monotonicMs()
  for (const participant of room.remoteParticipants.values()) {
    tell({ kind: 'joined', room: name, identity: participant.identity })
    for (const publication of participant.trackPublications.values()) {
      consider(publication, participant)
      const { sid, source } = publication
      if (sid && source === TrackSource.SOURCE_MICROPHONE && !listened.has(sid)) awaited.add(sid)
    }
  }
  return {
    connected: () => room.isConnected,
    whole: () => awaited.size === 0 || monotonicMs() - joinedMs > SUBSCRIBE_MS,
    async leave() {
      lost = true
      stopAll()
      await room.disconnect()
    },
  }
}

/** Only a publication of somebody else can be subscribed to. */
function remote(publication: TrackPublication): RemoteTrackPublication | null {
  return 'setSubscribed' in publication ? (publication as RemoteTrackPublication) : null
}

async function drink(reader: ReadableStreamDefaultReader<{ data: Int16Array }>, one: Listened) {
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    // Not waited for: the moment of arrival must be taken when the frame arrives. The ear keeps the order.
    void one.ear.hear(value.data, monotonicMs(), PATH_MS + one.waitedMs)
  }
}

/** Keeps `waitedMs` true until the track is gone. */
async function followWait(delay: Delay, one: Listened) {
  while (!one.ended) {
    if (!one.muted) one.waitedMs = (await delay.measure()) ?? one.waitedMs
    const pause = one.ear.sounding() ? ASK_MS : ASK_QUIET_MS
    await new Promise((resolve) => setTimeout(resolve, pause).unref())
  }
}
