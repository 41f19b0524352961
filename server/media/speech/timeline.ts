import { RATE } from './sound.ts'

/**
 * Maps counted samples to the clock. Sound comes at an even pace, its arrival in our process does not: a busy moment makes
 * frames late, never early. So the earliest arrival seen gives the mapping. Lateness that lasts means that sound is missing: a few
 * frames when the machine was too busy to fetch them, which only moves the mapping; more is a gap.
 */
export interface Timeline {
  /** Clock time of sample 0, ms. */
  origin: number | null
  /** Samples counted so far. */
  samples: number
  /** The frames watched together: when the first of them came, and the least lateness among them. */
  watch: { since: number; least: number } | null
}

/** Lateness in every frame of this long lasts; after a busy moment the frames come all at once. From `GAP_MS` on it is a gap. */
const WATCH_MS = 500
const GAP_MS = 1_000

export const newTimeline: Timeline = { origin: null, samples: 0, watch: null }

export interface Placed {
  timeline: Timeline
  /** Clock time of the frame's first sample, ms. */
  at: number
  /** The clock has moved on by so much without sound, ms: the jitter buffer holds what came meanwhile. */
  movedMs: number
  /** Sound is missing before this frame: what was open must be closed. */
  gap: boolean
}

/** A frame of `count` samples came in at `arrival` (ms), which is when its last sample was heard at the earliest. */
export function place({ origin, samples: before, watch }: Timeline, count: number, arrival: number): Placed {
  const samples = before + count
  const start = toMs(before)
  const lateness = origin === null ? 0 : arrival - (origin + toMs(samples))
  if (origin === null || lateness < 0) {
    const earlier = arrival - toMs(samples)
    return {
      timeline: { origin: earlier, samples, watch: null },
      at: earlier + start,
      movedMs: 0,
      gap: false,
    }
  }
  if (!watch) {
    const first = { since: arrival, least: lateness }
    return { timeline: { origin, samples, watch: first }, at: origin + start, movedMs: 0, gap: false }
  }
  const least = Math.min(watch.least, lateness)
  if (arrival - watch.since < WATCH_MS) {
    return {
      timeline: { origin, samples, watch: { ...watch, least } },
      at: origin + start,
      movedMs: 0,
      gap: false,
    }
  }
  const moved = origin + least
  return {
    timeline: { origin: moved, samples, watch: null },
    at: moved + start,
    movedMs: least,
    gap: least > GAP_MS,
  }
}

function toMs(samples: number): number {
  return (samples / RATE) * 1000
}
