import type { SpeechGap, SpeechInterval, SpeechStore } from '../store/store.ts'

const FLUSH_MS = 1_000
/** While the database is away so many stretches wait; beyond it the oldest are given up. */
const WAITING = 5_000

/** What was measured and is not stored yet: it is written every second, and kept until that went well. */
export interface Unwritten {
  stretch(interval: SpeechInterval): void
  gap(gap: SpeechGap): void
  close(): Promise<void>
}

/** `failed` is told when something could not be stored yet. */
export function keepUnwritten(store: SpeechStore, failed: (error: unknown) => void): Unwritten {
  let stretches: SpeechInterval[] = []
  let gaps: SpeechGap[] = []
  let storing: Promise<void> = Promise.resolve()

  const writeStretches = async () => {
    const batch = stretches
    stretches = []
    try {
      await store.add(batch)
    } catch (error) {
      stretches = [...batch, ...stretches].slice(-WAITING)
      failed(error)
    }
  }
  const writeGaps = async () => {
    for (let gap = gaps[0]; gap; gap = gaps[0]) {
      try {
        await store.addGap(gap)
        gaps.shift()
      } catch (error) {
        return failed(error)
      }
    }
  }
  const flush = async () => {
    if (stretches.length > 0) await writeStretches()
    await writeGaps()
  }
  const timer = setInterval(() => (storing = storing.then(flush)), FLUSH_MS)

  return {
    /** Parts of one stretch wait together, so that a long turn is a few rows. */
    stretch(interval) {
      const same = stretches.findLast(
        (each) => each.room === interval.room && each.person === interval.person,
      )
      if (same && interval.startMs <= same.endMs + 1 && interval.startMs >= same.startMs)
        same.endMs = Math.max(same.endMs, interval.endMs)
      else stretches = [...stretches, interval].slice(-WAITING)
    },
    gap: (gap) => void gaps.push(gap),
    async close() {
      clearInterval(timer)
      await storing
      await flush()
    },
  }
}
