import {
  Room,
  RoomEvent,
  TrackKind,
  TrackSource,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type TrackPublication,
} from '@livekit/rtc-node'
import { monotonicMs } from '../kit/monotonic.ts'
import { drink, type Drinking } from './drinking.ts'
import { creditOwn } from './speech/creditOwn.ts'
import { createEar, type Ear } from './speech/ear.ts'
import { createSameRoom } from './speech/sameRoom.ts'
import type { Silero } from './speech/silero.ts'
import type { FromListener } from './wire.ts'

/** The listener in one SFU room. */
export interface Attendance {
  connected(): boolean
  /** Of the microphones that were there when we came, each is heard that can be. */
  whole(): boolean
  leave(): Promise<void>
}

/** A microphone that has not come in so long after we asked for it may never come. */
const SUBSCRIBE_MS = 5_000

interface Listened {
  identity: string
  ear: Ear
  sound: Drinking
  muted: boolean
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
  const sameRoom = createSameRoom()
  /** Microphones that were there when we came and are not heard yet. */
  const awaited = new Set<string>()

  const missed = (fromMs: number, toMs: number) => tell({ kind: 'gap', room: name, fromMs, toMs })

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
    const ear = createEar(
      silero.voice(),
      creditOwn(identity, sameRoom, (credited) => {
        if (credited.kind !== 'speaking') return tell({ ...credited, room: name, identity })
        tell({ kind: 'speaking', room: name, identity, speaking: credited.speaking })
      }),
      (fromMs, levels) => sameRoom.loud(identity, fromMs, levels),
    )
    const muted = publication.muted === true
    const one: Listened = { identity, ear, muted, sound: drink(track, ear, { muted, missed }) }
    if (muted) ear.mute(monotonicMs())
    listened.set(sid, one)
    awaited.delete(sid)
  }

  function stop(sid: string | undefined) {
    const one = sid === undefined ? undefined : listened.get(sid)
    if (!one || sid === undefined) return
    listened.delete(sid)
    one.sound.stop()
    // the last of what was said is still compared
    void one.ear.close(monotonicMs()).finally(() => {
      if (![...listened.values()].some(({ identity }) => identity === one.identity))
        sameRoom.left(one.identity)
    })
  }

  function mute(publication: TrackPublication, muted: boolean) {
    const one = publication.sid === undefined ? undefined : listened.get(publication.sid)
    if (!one || one.muted === muted) return
    one.muted = muted
    one.sound.mute(muted)
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
