import { createSerial } from '../kit/serial.ts'
import type { SpeechGap, SpeechInterval, SpeechMute, SpeechStore } from '../store/store.ts'

const FLUSH_MS = 1_000
/** While the database is away so many of each wait; beyond it the oldest are given up. */
const WAITING = 5_000

/** What was measured and is not stored yet: it is written every second, and kept until that went well. */
export interface Unwritten {
  stretch(interval: SpeechInterval): void
  mute(mute: SpeechMute): void
  gap(gap: SpeechGap): void
  /** Is there anything still to be written? */
  waits(): boolean
  close(): Promise<void>
}

type Fence = () => number | undefined

/** A batch that could not be written stays in front of what came after it. */
function createBacklog<Row>(write: (rows: Row[], fence?: number) => Promise<void>, fence: Fence) {
  let rows: Row[] = []
  let writing = false
  return {
    rows: (): readonly Row[] => rows,
    waits: () => writing || rows.length > 0,
    push: (row: Row): void => void (rows = [...rows, row].slice(-WAITING)),
    async flush(): Promise<void> {
      if (rows.length === 0) return
      const batch = rows
      rows = []
      writing = true
      try {
        await write(batch, fence())
      } catch (error) {
        rows = [...batch, ...rows].slice(-WAITING)
        throw error
      } finally {
        writing = false
      }
    },
  }
}

/** `failed` is told when something could not be stored yet; `fence` is that of the lead under which this node measures. */
export function keepUnwritten(
  store: SpeechStore,
  failed: (error: unknown) => void,
  fence: Fence = () => undefined,
): Unwritten {
  const stretches = createBacklog<SpeechInterval>(store.add, fence)
  const mutes = createBacklog<SpeechMute>(store.addMutes, fence)
  const gaps = createBacklog<SpeechGap>(store.addGaps, fence)
  const storing = createSerial()

  const flush = async () => {
    for (const backlog of [stretches, mutes, gaps]) await backlog.flush().catch(failed)
  }
  const timer = setInterval(() => void storing.run(flush), FLUSH_MS)

  return {
    /** Parts of one stretch wait together, so that a long turn is a few rows. */
    stretch(interval) {
      const same = stretches
        .rows()
        .findLast((each) => each.room === interval.room && each.person === interval.person)
      if (same && interval.startMs <= same.endMs + 1 && interval.startMs >= same.startMs)
        same.endMs = Math.max(same.endMs, interval.endMs)
      else stretches.push(interval)
    },
    mute: mutes.push,
    gap: gaps.push,
    waits: () => [stretches, mutes, gaps].some((backlog) => backlog.waits()),
    async close() {
      clearInterval(timer)
      await storing.run(flush)
    },
  }
}
