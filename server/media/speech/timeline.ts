import { RATE } from './sound.ts'

/**
 * Maps counted samples to the clock. Sound comes at an even pace, its arrival in our process does not: a busy moment makes
 * frames late, never early. So the earliest arrival seen gives the mapping, and only lateness that lasts is a gap in the sound.
 */
export interface Timeline {
  /** Clock time of sample 0, ms. */
  origin: number | null
  /** Samples counted so far. */
  samples: number
  /** Least lateness of the frames since `since`, to tell a gap from a busy moment. */
  least: number
  since: number
}

/** Lateness that lasts this long (in sound) is a gap. */
const WATCH = RATE / 2
const GAP_MS = 120

export const newTimeline: Timeline = { origin: null, samples: 0, least: Infinity, since: 0 }

export interface Placed {
  timeline: Timeline
  /** Clock time of the frame's first sample, ms. */
  at: number
  /** Sound is missing before this frame: what was open must be closed. */
  gap: boolean
}

/** A frame of `count` samples came in at `arrival` (ms), which is when its last sample was heard at the earliest. */
export function place(timeline: Timeline, count: number, arrival: number): Placed {
  const start = toMs(timeline.samples)
  const end = toMs(timeline.samples + count)
  const samples = timeline.samples + count
  if (timeline.origin === null) {
    const origin = arrival - end
    return { timeline: { origin, samples, least: Infinity, since: samples }, at: origin + start, gap: false }
  }
  const lateness = arrival - (timeline.origin + end)
  if (lateness < 0) {
    const origin = timeline.origin + lateness
    return { timeline: { origin, samples, least: 0, since: samples }, at: origin + start, gap: false }
  }
  const least = Math.min(timeline.least, lateness)
  if (samples - timeline.since < WATCH) {
    return { timeline: { ...timeline, samples, least }, at: timeline.origin + start, gap: false }
  }
  const gap = least > GAP_MS
  const origin = gap ? timeline.origin + least : timeline.origin
  return { timeline: { origin, samples, least: Infinity, since: samples }, at: origin + start, gap }
}

function toMs(samples: number): number {
  return (samples / RATE) * 1000
}
