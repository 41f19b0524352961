import {
  LocalAudioTrack,
  TrackPublishOptions,
  TrackSource,
  type AudioSource,
  type LocalTrackPublication,
  type Room,
} from '@livekit/rtc-node'
import { nativeLine } from './line.ts'
import { within } from '../kit/within.ts'

/** The microphone of a voice in one room. */
export interface Microphone {
  /** Resolves once the others can hear it; rejects when the SFU does not allow it in time. */
  open(): Promise<void>
  mute(): void
  /** Takes the track away, or notes that the SFU has: of that the library is not told. */
  close(): Promise<void>
  /** So many tracks were published that the room is better left and joined afresh. */
  worn(): boolean
}

/**
 * A request that reaches the SFU before the permission does is never answered, and the library holds back every further one for ten
 * seconds: whoever asked comes into the room anew.
 */
const PUBLISH_MS = 4_000
const UNPUBLISH_MS = 1_000
/** Each leaves an encoder with a thread of its own, some 200 kB. */
const WORN_TRACKS = 20

const HOW = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: true, red: false })

interface Published {
  track: LocalAudioTrack
  publication: LocalTrackPublication
}

/**
 * Keeps one track as long as the SFU lets it be and mutes it in between: of every track published the library keeps the transceiver
 * until the room is left, with an encoder and its thread, and each negotiation after it takes longer.
 */
export function createMicrophone(room: Room, source: AudioSource): Microphone {
  let published: Published | null = null
  let tracks = 0

  function free({ track, publication }: Published) {
    publication.ffiHandle.dispose()
    // not its source, which the next track plays from
    void track.close(false)
  }

  async function takeAway(last: Published) {
    // the SFU has often taken it away already
    const unpublished = room.localParticipant?.unpublishTrack(last.publication.sid ?? '', false)
    await within(unpublished, UNPUBLISH_MS, 'the SFU').catch(() => undefined)
    free(last)
  }

  async function publish(): Promise<Published> {
    tracks++
    const track = LocalAudioTrack.createAudioTrack('microphone', source)
    const asked = room.localParticipant?.publishTrack(track, HOW)
    try {
      const publication = await within(asked, PUBLISH_MS, 'the SFU')
      if (!publication) throw new Error('the room has been left')
      return { track, publication }
    } catch (error) {
      // an answer that comes after all is to a track that nobody waits for any more
      asked?.then(
        (publication) => takeAway({ track, publication }),
        () => track.close(false),
      )
      throw error
    }
  }

  return {
    async open() {
      if (published) return setMuted(published.track, false)
      published = await publish()
    },
    mute() {
      if (published) setMuted(published.track, true)
    },
    async close() {
      const last = published
      published = null
      if (last) await takeAway(last)
    },
    worn: () => tracks >= WORN_TRACKS,
  }
}

function setMuted({ ffi_handle }: LocalAudioTrack, mute: boolean) {
  nativeLine()?.request({
    message: { case: 'localTrackMute', value: { trackHandle: ffi_handle.handle, mute } },
  })
}
