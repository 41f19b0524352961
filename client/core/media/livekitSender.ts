import { ConnectionState, LocalAudioTrack, Track, TrackEvent, VideoPreset } from 'livekit-client'
import type { LocalTrackPublication, Room, TrackPublishOptions } from 'livekit-client'
import { FLUENT, makeFluent } from './fluent.ts'
import { NOTHING, type Connection, type Sending } from './connection.ts'

/** LiveKit's wire numbers of the sources we ever send; an empty list means all. */
const WIRE: Partial<Record<Track.Source, number>> = {
  [Track.Source.Camera]: 1,
  [Track.Source.Microphone]: 2,
  [Track.Source.ScreenShare]: 3,
}

/** Both layers, the small one too: it is what most people see. */
const FLUENTLY: TrackPublishOptions = {
  videoEncoding: { maxBitrate: FLUENT.bitsASecond, maxFramerate: FLUENT.framesASecond },
  videoSimulcastLayers: [new VideoPreset(320, 180, FLUENT.smallBitsASecond, FLUENT.framesASecond)],
  degradationPreference: 'maintain-framerate',
}

function permitted(room: Room, source: Track.Source): boolean {
  const permissions = room.localParticipant.permissions
  if (!permissions?.canPublish) return false
  const sources = permissions.canPublishSources.map(Number)
  return sources.length === 0 || sources.includes(WIRE[source] ?? -1)
}

async function silenced(track: MediaStreamTrack): Promise<LocalAudioTrack> {
  const local = new LocalAudioTrack(track, undefined, true)
  await local.mute()
  return local
}

/** Published, and it will never sound again: the device behind it went away. */
export const isOver = ({ track }: LocalTrackPublication): boolean =>
  track?.mediaStreamTrack?.readyState === 'ended'

/** Brings what is published in a room to what is wished. A voice waits for no picture: each source is brought there by itself. */
export function senderFor(room: Room, changed: () => void): Connection['send'] {
  let wish: Sending = NOTHING
  /** What the published clones were made of. */
  const origins = new Map<Track.Source, MediaStreamTrack>()
  const publication = (source: Track.Source): LocalTrackPublication | undefined =>
    room.localParticipant.getTrackPublication(source)

  /** A clone, since the same track in two rooms makes leaving the first fail. What is published muted never sounded. */
  async function publish(source: Track.Source, track: MediaStreamTrack, muted: boolean): Promise<void> {
    const fluent = source === Track.Source.Camera && wish.fluent === true
    // before it is cloned: a clone gives no more pictures than what it is of
    if (fluent) await makeFluent(track)
    const clone = track.clone()
    origins.set(source, track)
    const published = await publishOrStop(clone, muted, { source, ...(fluent ? FLUENTLY : {}) })
    // the SDK only mutes what ended, and says nothing of what was muted already
    published.track?.once(TrackEvent.Ended, changed)
    if (clone.readyState === 'ended') changed()
  }

  /** What came into no room is in nobody's hands, and would keep its device open. */
  async function publishOrStop(clone: MediaStreamTrack, muted: boolean, options: TrackPublishOptions) {
    try {
      return await room.localParticipant.publishTrack(muted ? await silenced(clone) : clone, options)
    } catch (error) {
      clone.stop()
      throw error
    }
  }

  async function settle(
    source: Track.Source,
    track: MediaStreamTrack | null,
    { muted, ahead = false }: { muted: boolean; ahead?: boolean },
  ): Promise<void> {
    const now = publication(source)
    const allowed = permitted(room, source)
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

  const microphone = keepUp(room, async () => {
    const { track = null, ...how } = wish.microphone ?? { muted: true }
    await settle(Track.Source.Microphone, track, how)
  })
  const camera = keepUp(room, () => settle(Track.Source.Camera, wish.camera, { muted: false }))
  const screen = keepUp(room, () => settle(Track.Source.ScreenShare, wish.screen ?? null, { muted: false }))
  return async (sending) => {
    wish = sending
    await Promise.all([microphone(), camera(), screen()])
  }
}

/** Does it once more when it was asked meanwhile, one step after the other; without a line it waits to be asked again. */
function keepUp(room: Room, step: () => Promise<void>): () => Promise<void> {
  let dirty = false
  let running: Promise<void> | null = null
  async function run(): Promise<void> {
    // A step later: on a line that is being mended it is over at once, and `running` must be set before it is cleared.
    await Promise.resolve()
    try {
      while (dirty && room.state === ConnectionState.Connected) {
        dirty = false
        await step()
      }
    } finally {
      running = null
    }
  }
  return () => {
    dirty = true
    running ??= run()
    return running
  }
}
