import { createSerial } from '../kit/serial.ts'
import type { RoomId } from '../../shared/dialogue/model.ts'
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

/** A batch that could not be written stays in front of what came after it; one that is `refused` is never written. */
function createBacklog<Row>(
  write: (rows: Row[], fence?: number) => Promise<boolean>,
  fence: Fence,
  refused: (rows: Row[]) => void = () => undefined,
) {
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
        if (!(await write(batch, fence()))) refused(batch)
      } catch (error) {
        rows = [...batch, ...rows].slice(-WAITING)
        throw error
      } finally {
        writing = false
      }
    },
  }
}

/** `failed` is told when something could not be stored yet; `fence` is that of the lead under which this was measured. */
export function keepUnwritten(
  store: SpeechStore,
  failed: (error: unknown) => void,
  fence: Fence = () => undefined,
): Unwritten {
  /** Said by whoever leads or not: that something is not known takes nothing from anybody. */
  const lost = createBacklog<SpeechGap>(store.addGaps, () => undefined)
  const stretches = createBacklog<SpeechInterval>(store.add, fence, (rows) => {
    for (const gap of spans(rows)) lost.push(gap)
  })
  const mutes = createBacklog<SpeechMute>(store.addMutes, fence)
  const gaps = createBacklog<SpeechGap>(store.addGaps, fence)
  const storing = createSerial()

  const flush = async () => {
    for (const backlog of [stretches, mutes, gaps, lost]) await backlog.flush().catch(failed)
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
    waits: () => [stretches, mutes, gaps, lost].some((backlog) => backlog.waits()),
    async close() {
      clearInterval(timer)
      await storing.run(flush)
    },
  }
}

/** Per room from the first of these to the end of the last (S8). */
function spans(rows: readonly SpeechInterval[]): SpeechGap[] {
  const found = new Map<RoomId, SpeechGap>()
  for (const { session, room, startMs, endMs } of rows) {
    const known = found.get(room) ?? { session, room, startMs, endMs }
    found.set(room, {
      ...known,
      startMs: Math.min(known.startMs, startMs),
      endMs: Math.max(known.endMs, endMs),
    })
  }
  return [...found.values()]
}
