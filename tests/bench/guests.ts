import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node'
import { AS_IN_BROWSERS, BOT_RATE, createSpeaker } from '../support/bot.ts'
import { OWN_VOICES } from './conditions.ts'
import { sequence, voicesIn, type Voice } from './voices.ts'
import { atRate } from './wav.ts'

/** To one process of guests. */
export type ToGuests =
  { kind: 'come'; url: string; guests: { token: string; speaks: boolean }[] } | { kind: 'speak' }

/** Handed out in large pieces and well ahead, which spares the machine. */
const LEAD_MS = 1_000
const FRAME_MS = 200
/** Who is silent sends a packet as often as browsers do in silence, and encodes no more than that. */
const SILENT_EVERY_MS = 400
const SILENT_FRAME = (BOT_RATE * 20) / 1000

/** What those who speak say, again and again. */
export const everything = (): Voice => sequence('everything', voicesIn(OWN_VOICES), [300])

async function come(url: string, token: string, source: AudioSource) {
  const room = new Room()
  room.setMaxListeners(0)
  await room.connect(url, token, { autoSubscribe: false, dynacast: false })
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, ...AS_IN_BROWSERS })
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack('sound', source), options)
}

function silence(): AudioSource {
  const source = new AudioSource(BOT_RATE, 1, 0)
  const frame = new AudioFrame(new Int16Array(SILENT_FRAME), BOT_RATE, 1, SILENT_FRAME)
  setInterval(() => void source.captureFrame(frame).catch(() => undefined), SILENT_EVERY_MS)
  return source
}

/** The people of some tables: the library shows every event of one client to all in its process, so many in one would be slow. */
if (process.send) {
  const speaker = createSpeaker(LEAD_MS, FRAME_MS)
  const silent = silence()
  process.on('message', async (order: ToGuests) => {
    if (order.kind === 'speak') return void speaker.play(atRate(everything(), BOT_RATE))
    for (const { token, speaks } of order.guests) {
      await come(order.url, token, speaks ? speaker.source : silent)
    }
    process.send?.('come')
  })
  process.once('disconnect', () => process.exit(0))
}
