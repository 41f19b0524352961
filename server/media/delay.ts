import type { RemoteTrack } from '@livekit/rtc-node'
import { nativeLine, type Told } from './line.ts'

/** How long the sound of one track waits in the jitter buffer before we get it. */
export interface Delay {
  /** Mean wait since the last call that had an answer, ms; null when nothing came since, or nobody knows. */
  measure(): Promise<number | null>
}

/** What WebRTC counts of a track that comes in, as far as we need it. */
interface Inbound {
  /** Seconds that all samples together have waited, and how many they were. */
  jitterBufferDelay?: number
  jitterBufferEmittedCount?: bigint
}
interface Statistics {
  asyncId?: bigint
  stats: { stats: { case?: string; value?: object } }[]
}
const ANSWER_MS = 1_000

/**
 * The jitter buffer grows when packets come unevenly, to some hundred milliseconds on a bad line; by so much our sound is older than it
 * seems. WebRTC counts the wait of every sample (`jitterBufferDelay` over `jitterBufferEmittedCount`).
 */
export function delayOf(track: RemoteTrack): Delay {
  let before = { delay: 0, count: 0 }
  return {
    async measure() {
      const inbound = await inboundOf(track)
      const now = {
        delay: inbound?.jitterBufferDelay ?? 0,
        count: Number(inbound?.jitterBufferEmittedCount ?? 0),
      }
      if (now.count <= before.count) return null
      const wait = (now.delay - before.delay) / (now.count - before.count)
      before = now
      return wait * 1000
    },
  }
}

async function inboundOf(track: RemoteTrack): Promise<Inbound | null> {
  const line = nativeLine()
  if (!line) return null
  const id = line.getNextRequestAsyncId()
  const value = { trackHandle: track.ffi_handle.handle, requestAsyncId: id }
  return new Promise((resolve) => {
    const done = (inbound: Inbound | null) => {
      line.off('ffi_event', hear)
      clearTimeout(late)
      resolve(inbound)
    }
    const hear = ({ message }: Told) => {
      if (message.case !== 'getStats') return
      const statistics = message.value as Statistics
      if (statistics.asyncId === id) done(inboundIn(statistics))
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

function inboundIn({ stats }: Statistics): Inbound | null {
  const found = stats.find((one) => one.stats.case === 'inboundRtp')?.stats.value
  return (found as { inbound?: Inbound } | undefined)?.inbound ?? null
}
