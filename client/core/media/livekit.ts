import { DefaultReconnectPolicy, DisconnectReason, EngineEvent, Room, RoomEvent, Track } from 'livekit-client'
import type { RemoteTrackPublication, TrackPublication } from 'livekit-client'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import type { Audience, Connect, Sound } from './connection.ts'
import { LOG, silenceLog } from './livekitLog.ts'
import { FLUENT } from './fluent.ts'
import { isOver, senderFor } from './livekitSender.ts'
import { watchTrouble } from './livekitTrouble.ts'

/** The person behind an SFU identity `<personId>:<lease>`. */
const personOf = (identity: string): PersonId => identity.split(':')[0] ?? identity

/** Whoever is back on a network waits two seconds at most for the next try, and half of it more; after these our own loop goes on. */
const RETRY_MS = [0, 300, 1_200, ...Array<number>(12).fill(2_000)]

const ROOM_OPTIONS = {
  loggerName: LOG,
  adaptiveStream: true,
  dynacast: true,
  // with a connection of its own for what comes in, the SFU makes the offer: one round less before a new voice is heard
  singlePeerConnection: false,
  stopLocalTrackOnUnpublish: true,
  reconnectPolicy: new DefaultReconnectPolicy(RETRY_MS),
  publishDefaults: {
    dtx: true,
    red: true,
    simulcast: true,
    videoEncoding: { maxBitrate: 350_000, maxFramerate: 15 },
    stopMicTrackOnMute: false,
  },
}

export const connect: Connect = async (pass, events, audience) => {
  silenceLog()
  const room = new Room(ROOM_OPTIONS)
  let closed = false
  const changed = () => !closed && events.changed()
  for (const event of [
    RoomEvent.TrackPublished,
    RoomEvent.TrackUnpublished,
    RoomEvent.TrackSubscribed,
    RoomEvent.TrackUnsubscribed,
    RoomEvent.TrackStreamStateChanged,
    RoomEvent.TrackMuted,
    RoomEvent.TrackUnmuted,
    RoomEvent.ParticipantConnected,
    RoomEvent.ParticipantDisconnected,
    RoomEvent.ParticipantPermissionsChanged,
    RoomEvent.LocalTrackPublished,
    RoomEvent.LocalTrackUnpublished,
    RoomEvent.AudioPlaybackStatusChanged,
    RoomEvent.Reconnected,
  ] as const)
    room.on(event, changed)
  room.on(
    RoomEvent.Disconnected,
    (reason) => !closed && events.lost(reason === DisconnectReason.DUPLICATE_IDENTITY),
  )
  // who is there is known before the line is: what may be heard comes beside the making of it
  room.once(RoomEvent.SignalConnected, () => receive(room, { ...audience, see: nobody, screens: false }))
  await room.connect(pass.url, pass.token, { autoSubscribe: false })
  events.marked(room.localParticipant.sid)
  // the room itself tells of it only when sound flows again, which may be too late
  room.engine.on(EngineEvent.SignalRestarted, ({ participant }) => {
    if (!closed && participant) events.marked(participant.sid)
  })
  const unwatch = watchTrouble(room, events.trouble)
  const sender = senderFor(room, changed)
  return {
    place: pass.room,
    version: pass.version,
    lease: pass.lease,
    receive: (whom) => receive(room, whom),
    send: sender,
    microphoneOn: () => {
      const own = room.localParticipant.getTrackPublication(Track.Source.Microphone)
      return own !== undefined && !own.isMuted && !isOver(own)
    },
    sounds: () => soundsIn(room),
    pictures: () => picturesIn(room),
    paused: () => pausedIn(room),
    canPlay: () => room.canPlaybackAudio,
    startAudio: () => void room.startAudio(),
    close() {
      closed = true
      unwatch()
      void room.disconnect()
    },
  }
}

const nobody = () => false

/** The SFU checks the label of a track, not its kind: sound labelled camera would be delivered, so both are checked here. */
function wanted(
  track: Pick<TrackPublication, 'kind' | 'source'>,
  person: PersonId,
  { hear, expect, see, screens = false }: Audience,
): boolean {
  if (track.kind === Track.Kind.Audio)
    return track.source === Track.Source.Microphone && (hear(person) || expect(person))
  if (track.kind !== Track.Kind.Video) return false
  return (
    (track.source === Track.Source.Camera && see(person)) ||
    (track.source === Track.Source.ScreenShare && screens)
  )
}

function receive(room: Room, audience: Audience): void {
  for (const participant of room.remoteParticipants.values()) {
    const person = personOf(participant.identity)
    for (const publication of participant.trackPublications.values()) {
      const remote = publication as RemoteTrackPublication
      const want = wanted(remote, person, audience)
      if (remote.isDesired !== want) remote.setSubscribed(want)
      if (want && audience.fluent?.(person)) askFluent(remote)
      if (remote.audioTrack) remote.audioTrack.mediaStreamTrack.enabled = audience.hear(person)
    }
  }
}

/** Those a fluent picture was asked for already. */
const fluent = new WeakSet<RemoteTrackPublication>()

/** As many pictures a second as are sent, also where the picture is shown small. */
function askFluent(publication: RemoteTrackPublication): void {
  if (publication.kind !== Track.Kind.Video || !publication.isSubscribed || fluent.has(publication)) return
  fluent.add(publication)
  publication.setVideoFPS(FLUENT.framesASecond)
}

function soundsIn(room: Room): Sound[] {
  return [...room.remoteParticipants.values()].flatMap((participant) =>
    [...participant.audioTrackPublications.values()].flatMap(({ trackSid, track }) =>
      track ? [{ key: trackSid, person: personOf(participant.identity), track }] : [],
    ),
  )
}

function picturesIn(room: Room): Record<PersonId, Track> {
  const shown: Record<PersonId, Track> = {}
  for (const participant of room.remoteParticipants.values()) {
    const publication =
      participant.getTrackPublication(Track.Source.ScreenShare) ??
      participant.getTrackPublication(Track.Source.Camera)
    if (publication?.track && !publication.isMuted) shown[personOf(participant.identity)] = publication.track
  }
  return shown
}

function pausedIn(room: Room): PersonId[] {
  return [...room.remoteParticipants.values()].flatMap((participant) => {
    const track = participant.getTrackPublication(Track.Source.Camera)?.track
    return track?.streamState === Track.StreamState.Paused ? [personOf(participant.identity)] : []
  })
}
