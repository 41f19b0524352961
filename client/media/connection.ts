import {
  ConnectionState,
  CriticalTimers,
  DisconnectReason,
  EngineEvent,
  LocalAudioTrack,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
  TrackEvent,
} from 'livekit-client'
import type { LocalTrackPublication, RemoteTrackPublication, TrackPublication } from 'livekit-client'
import type { PersonId, RoomId } from '../../shared/dialogue/model.ts'
import type { MediaPass } from '../../shared/protocol.ts'

// its lines name rooms and people; what matters shows on the screen
setLogLevel('silent')

/** The SDK waits this long for more changes before it makes an offer; where a turn begins, that is heard twice over. */
const GATHER_MS = 20
const { setTimeout: wait } = CriticalTimers
CriticalTimers.setTimeout = (work, ms, ...rest) => wait(work, ms === GATHER_MS ? 0 : ms, ...rest)

/**
 * What this device sends into a room; null sends nothing, `muted` keeps the track but sends silence. With `ahead` a muted
 * track is published as well, so that it is there when it may sound.
 */
export interface Sending {
  microphone: { track: MediaStreamTrack; muted: boolean; ahead?: boolean } | null
  camera: MediaStreamTrack | null
}
export const NOTHING: Sending = { microphone: null, camera: null }

/** Whom this device takes in. `expect`: connected beforehand, silent. */
export interface Audience {
  hear(person: PersonId): boolean
  expect(person: PersonId): boolean
  see(person: PersonId): boolean
}

export interface ConnectionEvents {
  /** Tracks came or went, somebody arrived, a permission changed: look again. */
  changed(): void
  /** The SDK is trying again by itself. */
  trouble(trouble: boolean): void
  /** The SFU's mark of this connection: at first, and each time the SDK made it anew. */
  marked(connection: string): void
  /** Gone, and not by us. `displaced`: another connection came in with this pass. */
  lost(displaced: boolean): void
}

/** The person behind an SFU identity `<personId>:<lease>`. */
export const personOf = (identity: string): PersonId => identity.split(':')[0] ?? identity

const ROOM_OPTIONS = {
  adaptiveStream: true,
  dynacast: true,
  // with a connection of its own for what comes in, the SFU makes the offer: one round less before a new voice is heard
  singlePeerConnection: false,
  stopLocalTrackOnUnpublish: true,
  publishDefaults: {
    dtx: true,
    red: true,
    simulcast: true,
    videoEncoding: { maxBitrate: 350_000, maxFramerate: 15 },
    stopMicTrackOnMute: false,
  },
}

/** One SFU room. It plays and sends only what it is told to: nothing is subscribed or published by itself. */
export interface Connection {
  place: RoomId
  version: number
  lease: string
  room: Room
  /**
   * Subscribe to microphones of people who may be heard or are about to be, and cameras of people who may be seen, and to
   * nothing else. Only who may be heard sounds.
   */
  receive(audience: Audience): void
  /** Serial; the last wish wins. Publishes only what the SFU permits now: a publish without permission hangs there. */
  send(sending: Sending): Promise<void>
  microphoneOn(): boolean
  close(): void
}

export async function connect(pass: MediaPass, events: ConnectionEvents): Promise<Connection> {
  const room = new Room(ROOM_OPTIONS)
  let closed = false
  const changed = () => !closed && events.changed()
  for (const event of [
    RoomEvent.TrackPublished,
    RoomEvent.TrackUnpublished,
    RoomEvent.TrackSubscribed,
    RoomEvent.TrackUnsubscribed,
    RoomEvent.TrackMuted,
    RoomEvent.TrackUnmuted,
    RoomEvent.ParticipantConnected,
    RoomEvent.ParticipantDisconnected,
    RoomEvent.ParticipantPermissionsChanged,
    RoomEvent.LocalTrackPublished,
    RoomEvent.LocalTrackUnpublished,
    RoomEvent.AudioPlaybackStatusChanged,
  ] as const)
    room.on(event, changed)
  room.on(RoomEvent.Reconnecting, () => !closed && events.trouble(true))
  room.on(RoomEvent.Reconnected, () => !closed && (events.trouble(false), events.changed()))
  room.on(
    RoomEvent.Disconnected,
    (reason) => !closed && events.lost(reason === DisconnectReason.DUPLICATE_IDENTITY),
  )
  await room.connect(pass.url, pass.token, { autoSubscribe: false })
  events.marked(room.localParticipant.sid)
  // the room itself tells of it only when sound flows again, which may be too late
  room.engine.on(EngineEvent.SignalRestarted, ({ participant }) => {
    if (!closed && participant) events.marked(participant.sid)
  })
  const sender = senderFor(room, changed)
  return {
    place: pass.room,
    version: pass.version,
    lease: pass.lease,
    room,
    receive: (audience) => receive(room, audience),
    send: sender,
    microphoneOn: () => {
      const own = room.localParticipant.getTrackPublication(Track.Source.Microphone)
      return own !== undefined && !own.isMuted && !isOver(own)
    },
    close() {
      closed = true
      void room.disconnect()
    },
  }
}

/** The SFU checks the label of a track, not its kind: sound labelled camera would be delivered, so both are checked here. */
function wanted(
  track: Pick<TrackPublication, 'kind' | 'source'>,
  person: PersonId,
  { hear, expect, see }: Audience,
): boolean {
  if (track.kind === Track.Kind.Audio)
    return track.source === Track.Source.Microphone && (hear(person) || expect(person))
  return track.kind === Track.Kind.Video && track.source === Track.Source.Camera && see(person)
}

function receive(room: Room, audience: Audience): void {
  for (const participant of room.remoteParticipants.values()) {
    const person = personOf(participant.identity)
    for (const publication of participant.trackPublications.values()) {
      const remote = publication as RemoteTrackPublication
      const want = wanted(remote, person, audience)
      if (remote.isDesired !== want) remote.setSubscribed(want)
      if (remote.audioTrack) remote.audioTrack.mediaStreamTrack.enabled = audience.hear(person)
    }
  }
}

/** LiveKit's wire numbers of the two sources we ever send; an empty list means all. */
const WIRE = { camera: 1, microphone: 2 } as const

function permitted(room: Room, source: 'camera' | 'microphone'): boolean {
  const permissions = room.localParticipant.permissions
  if (!permissions?.canPublish) return false
  const sources = permissions.canPublishSources.map(Number)
  return sources.length === 0 || sources.includes(WIRE[source])
}

async function silenced(track: MediaStreamTrack): Promise<LocalAudioTrack> {
  const local = new LocalAudioTrack(track, undefined, true)
  await local.mute()
  return local
}

/** Published, and it will never sound again: the device behind it went away. */
const isOver = ({ track }: LocalTrackPublication): boolean => track?.mediaStreamTrack?.readyState === 'ended'

function senderFor(room: Room, changed: () => void): Connection['send'] {
  let wish: Sending = NOTHING
  let dirty = false
  let running: Promise<void> | null = null
  /** What the published clones were made of. */
  const origins = new Map<Track.Source, MediaStreamTrack>()
  const publication = (source: Track.Source): LocalTrackPublication | undefined =>
    room.localParticipant.getTrackPublication(source)

  /** A clone, since the same track in two rooms makes leaving the first fail. What is published muted never sounded. */
  async function publish(source: Track.Source, track: MediaStreamTrack, muted: boolean): Promise<void> {
    const clone = track.clone()
    origins.set(source, track)
    const published = await room.localParticipant.publishTrack(muted ? await silenced(clone) : clone, {
      source,
    })
    // the SDK only mutes what ended, and says nothing of what was muted already
    published.track?.once(TrackEvent.Ended, changed)
    if (clone.readyState === 'ended') changed()
  }

  async function settle(
    source: Track.Source,
    track: MediaStreamTrack | null,
    { muted, ahead = false }: { muted: boolean; ahead?: boolean },
  ): Promise<void> {
    const now = publication(source)
    const allowed = permitted(room, source === Track.Source.Microphone ? 'microphone' : 'camera')
    const wished = allowed && track?.readyState !== 'ended' ? track : null
    const serves = wished !== null && now !== undefined && origins.get(source) === wished && !isOver(now)
    if (now?.track && !serves) await room.localParticipant.unpublishTrack(now.track, true)
    if (!wished) return
    if (!now?.track || !serves) {
      if (!muted || ahead) await publish(source, wished, muted)
      return
    }
    if (muted !== now.isMuted) await (muted ? now.mute() : now.unmute())
  }
  async function run(): Promise<void> {
    // A step later: on a line that is being mended it is over at once, and `running` must be set before it is cleared.
    await Promise.resolve()
    try {
      while (dirty && room.state === ConnectionState.Connected) {
        dirty = false
        const { microphone, camera } = wish
        await settle(Track.Source.Microphone, microphone?.track ?? null, microphone ?? { muted: true })
        await settle(Track.Source.Camera, camera, { muted: false })
      }
    } finally {
      running = null
    }
  }
  return (sending) => {
    wish = sending
    dirty = true
    running ??= run()
    return running
  }
}
