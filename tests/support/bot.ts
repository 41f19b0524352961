import { setTimeout as pause } from 'node:timers/promises'
import { livekitFfiRequest, FfiRequest } from '@livekit/rtc-ffi-bindings'
import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  type RemoteTrack,
} from '@livekit/rtc-node'

/** A client without a browser: it joins, speaks from samples and hears. It does what it is told, also where it may not. */
export interface Bot {
  room: Room
  identity: string
  /** Publish sound under this label. Without the right to it this stays open, so do not wait for it then. */
  publish(source?: TrackSource): Promise<void>
  unpublish(): Promise<void>
  /** Samples at `BOT_RATE`, after what is playing now. Returns the monotonic moment (ms) at which they begin. */
  play(samples: Float32Array): number
  /** Where this client was held up and played silence instead: from the moment `atMs` on everything came `byMs` later than `play` said. */
  holdUps(): { atMs: number; byMs: number }[]
  mute(muted: boolean): void
  /** The most this client was behind its own clock since last asked, ms: what it played then is no measure of anything. */
  worstLagMs(): number
  /** Resolves with the level (0..1) of the loudest sample heard from others in `ms`. */
  loudestIn(ms: number): Promise<number>
  /** Resolves with the monotonic moment (ms) of the next sound from others; rejects after `withinMs`. */
  firstSound(withinMs: number): Promise<number>
  /** Plays nothing any more, and stays. */
  rest(): void
  leave(): Promise<void>
}

export const BOT_RATE = 48_000

/** A steady tone at a bot's rate. */
export const tone = (seconds: number): Float32Array =>
  Float32Array.from(
    { length: BOT_RATE * seconds },
    (_, i) => 0.3 * Math.sin((i * 2 * Math.PI * 300) / BOT_RATE),
  )
const LEAD_FRAME_MS = 20

/** Louder than what codecs make of silence. */
const SOUND = 0.05

export const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6

/** How the product's own client sends: nothing in silence, and each packet holds the one before once more. */
export const AS_IN_BROWSERS = { dtx: true, red: true }
const PLAIN = { dtx: false, red: false }

/** `hears: false` subscribes to nothing, which spares the machine. `leadMs: 0` lets sound out at once. */
export async function joinAs(
  url: string,
  token: string,
  { hears = true, leadMs = 300, sending = PLAIN } = {},
): Promise<Bot> {
  const room = new Room()
  room.setMaxListeners(0)
  let loudest = 0
  let sounded: ((at: number) => void) | null = null
  function hear(level: number) {
    loudest = Math.max(loudest, level)
    if (level > SOUND) sounded?.(nowMs())
  }
  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === TrackKind.KIND_AUDIO) void follow(track, hear)
  })
  await room.connect(url, token, { autoSubscribe: hears, dynacast: false })
  const speaker = createSpeaker(leadMs)
  let track: LocalAudioTrack | null = null
  let sid: string | undefined
  return {
    room,
    identity: room.localParticipant?.identity ?? '',
    async publish(source = TrackSource.SOURCE_MICROPHONE) {
      track = LocalAudioTrack.createAudioTrack('sound', speaker.source)
      const options = new TrackPublishOptions({ source, ...sending })
      sid = (await room.localParticipant?.publishTrack(track, options))?.sid
    },
    async unpublish() {
      if (sid) await room.localParticipant?.unpublishTrack(sid)
      sid = undefined
    },
    play: speaker.play,
    holdUps: speaker.holdUps,
    worstLagMs: speaker.worstLagMs,
    mute(muted) {
      const trackHandle = track?.ffi_handle.handle
      if (trackHandle === undefined) throw new Error('nothing is published')
      const message = { case: 'localTrackMute' as const, value: { trackHandle, mute: muted } }
      livekitFfiRequest(new FfiRequest({ message }).toBinary())
    },
    async loudestIn(ms) {
      loudest = 0
      await pause(ms)
      return loudest
    },
    firstSound: (withinMs) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no sound within ${withinMs} ms`)), withinMs)
        sounded = (at) => {
          sounded = null
          clearTimeout(late)
          resolve(at)
        }
      }),
    rest: speaker.stop,
    async leave() {
      speaker.stop()
      await room.disconnect()
    },
  }
}

async function follow(track: RemoteTrack, tell: (level: number) => void) {
  const reader = new AudioStream(track, { sampleRate: 16_000, numChannels: 1 }).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    let level = 0
    for (const sample of value.data) level = Math.max(level, Math.abs(sample) / 32_768)
    tell(level)
  }
}

/**
 * Plays without pause, silence where there is nothing, paced by the clock: sample n belongs to begin + n / rate. Sound is handed out
 * `leadMs` ahead, so that a busy moment of ours is not heard; when we were busy for longer, the clock moves along with the sound.
 */
export function createSpeaker(leadMs: number, frameMs = LEAD_FRAME_MS) {
  const frame = leadMs > 0 ? (BOT_RATE * frameMs) / 1000 : BOT_RATE / 100
  const source = new AudioSource(BOT_RATE, 1, leadMs > 0 ? 2 * leadMs : 0)
  const queue: Float32Array[] = []
  let began = nowMs()
  let sent = 0
  let stopped = false
  let worst = 0
  const heldUp: { atMs: number; byMs: number }[] = []

  const playedAt = (sample: number) => began + (sample / BOT_RATE) * 1000

  function nextFrame(): Int16Array {
    const data = new Int16Array(frame)
    let filled = 0
    while (filled < frame && queue[0]) {
      const part = queue[0].subarray(0, frame - filled)
      for (const sample of part) data[filled++] = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
      const rest = queue[0].subarray(part.length)
      if (rest.length > 0) queue[0] = rest
      else queue.shift()
    }
    return data
  }

  async function run() {
    while (!stopped) {
      while (playedAt(sent) < nowMs() + leadMs && !stopped) {
        const lag = nowMs() - playedAt(sent)
        worst = Math.max(worst, lag)
        if (leadMs > 0 && lag > 0 && sent > 0) {
          heldUp.push({ atMs: playedAt(sent), byMs: lag })
          began += lag
        }
        const data = nextFrame()
        sent += frame
        await source.captureFrame(new AudioFrame(data, BOT_RATE, 1, frame)).catch(() => undefined)
      }
      await pause(10)
    }
    await source.close().catch(() => undefined)
  }
  void run()

  return {
    source,
    play(samples: Float32Array): number {
      const waiting = queue.reduce((sum, part) => sum + part.length, 0)
      queue.push(samples)
      return playedAt(sent + waiting)
    },
    holdUps: () => heldUp.slice(),
    worstLagMs() {
      const lag = worst
      worst = 0
      return Math.max(0, lag)
    },
    stop: () => (stopped = true),
  }
}
