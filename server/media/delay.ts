import type { RemoteTrack } from '@livekit/rtc-node'
import { monotonicMs } from '../kit/monotonic.ts'
import { nativeLine, type Told } from './line.ts'
import { follow, followStop, usualWait, type Counted } from './speech/wait.ts'

/** How long the sound of one track has waited when we get it. */
export interface Delay {
  waitMs(): number
  /** Asks what WebRTC has counted. `stop`: the process stood still, and this is the first question since. */
  measure(stop?: { fromMs: number; lengthMs: number }): Promise<void>
}

/** What WebRTC counts of a track that comes in, as far as we need it: seconds, or samples at `PLAYED_RATE`. */
interface Inbound {
  jitterBufferDelay?: number
  jitterBufferEmittedCount?: bigint
  totalSamplesReceived?: bigint
  concealedSamples?: bigint
  insertedSamplesForDeceleration?: bigint
  removedSamplesForAcceleration?: bigint
}
interface Received {
  packetsLost?: bigint
}
interface Statistics {
  asyncId?: bigint
  stats: { stats: { case?: string; value?: object } }[]
}
const ANSWER_MS = 1_000
const PLAYED_RATE = 48_000
/** Sound in a packet, as browsers send it. */
const PACKET_MS = 20

export function delayOf(track: RemoteTrack): Delay {
  let wait = usualWait
  return {
    waitMs: () => wait.waitMs,
    async measure(stop) {
      const now = await countedOf(track)
      if (!now) return
      wait = stop ? followStop(wait, now, stop) : follow(wait, now)
    },
  }
}

async function countedOf(track: RemoteTrack): Promise<Counted | null> {
  const line = nativeLine()
  if (!line) return null
  const id = line.getNextRequestAsyncId()
  const value = { trackHandle: track.ffi_handle.handle, requestAsyncId: id }
  return new Promise((resolve) => {
    const done = (counted: Counted | null) => {
      line.off('ffi_event', hear)
      clearTimeout(late)
      resolve(counted)
    }
    const hear = ({ message }: Told) => {
      if (message.case !== 'getStats') return
      const statistics = message.value as Statistics
      if (statistics.asyncId === id) done(countedIn(statistics))
    }
    const late = setTimeout(() => done(null), ANSWER_MS)
    line.on('ffi_event', hear)
    try {
      line.request({ message: { case: 'getStats', value } })
    } catch {
      // The track is gone.
      done(null)
    }
  })
}

function countedIn({ stats }: Statistics): Counted | null {
  const found = stats.find((one) => one.stats.case === 'inboundRtp')?.stats.value
  const { inbound, received } = (found ?? {}) as { inbound?: Inbound; received?: Received }
  if (!inbound) return null
  return {
    atMs: monotonicMs(),
    playedMs: toMs(inbound.totalSamplesReceived),
    madeUpMs: toMs(inbound.concealedSamples),
    lostMs: Number(received?.packetsLost ?? 0) * PACKET_MS,
    stretchedMs: toMs(inbound.insertedSamplesForDeceleration),
    pressedMs: toMs(inbound.removedSamplesForAcceleration),
    buffered: (inbound.jitterBufferDelay ?? 0) * 1000,
    emitted: Number(inbound.jitterBufferEmittedCount ?? 0),
  }
}

const toMs = (samples: bigint | undefined) => (Number(samples ?? 0) / PLAYED_RATE) * 1000
