import { setTimeout as pause } from 'node:timers/promises'
import { AudioStream, type RemoteTrack } from '@livekit/rtc-node'
import { monotonicMs } from '../kit/monotonic.ts'
import { delayOf } from './delay.ts'
import { withQueue } from './line.ts'
import type { Ear } from './speech/ear.ts'
import { BLOCK_MS, RATE } from './speech/sound.ts'
import { newTimeline, place, type Timeline } from './speech/timeline.ts'

/** The sound of one track on its way to an ear, each piece with how long it has waited. */
export interface Drinking {
  mute(muted: boolean): void
  stop(): void
}

/** From microphone to jitter buffer, and from there to us: packets and frames. Measured on loopback with tones (17 to 35 ms). */
const PATH_MS = 24
/** Sound is fetched in pieces of five decisions: the library shows each piece to everybody in the house, which costs more than hearing it. */
const FRAME_MS = 5 * BLOCK_MS
/** So much sound may wait to be fetched: far longer than we may stand still unmarked. */
const QUEUE_FRAMES = 1_000
/** A piece that comes so late was held up by us. */
const LATE_MS = 150
/** How often a jitter buffer is asked: while there is sound, while that has waited for long, and while there is none. */
const ASK_MS = 500
const ASK_LATE_MS = 160
const LONG_WAIT_MS = 300
const ASK_QUIET_MS = 5_000
/** So much may wait for the detector; beyond that all is let go until it has caught up. */
const BEHIND_MS = 10_000
const CAUGHT_UP_MS = 1_000

interface Piece {
  samples: Int16Array
  arrivalMs: number
  /** On the clock, were it heard at once. */
  fromMs: number
  toMs: number
}

/** `missed` is told what nobody looked at. */
export function drink(
  track: RemoteTrack,
  ear: Ear,
  { muted, missed }: { muted: boolean; missed(fromMs: number, toMs: number): void },
): Drinking {
  const delay = delayOf(track)
  const stream = withQueue(
    QUEUE_FRAMES,
    () => new AudioStream(track, { sampleRate: RATE, numChannels: 1, frameSizeMs: FRAME_MS }),
  )
  const reader = stream.getReader()
  let ended = false
  let off = muted
  let timeline: Timeline = newTimeline
  /** Pieces that came late, and those since: until it is known how much of them the jitter buffer made up. */
  let held: { pieces: Piece[]; waitMs: number; lateMs: number; asked: boolean } | null = null
  let behindMs = 0
  let missedFrom: number | null = null

  async function read() {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      take(value.data)
    }
  }

  function take(samples: Int16Array) {
    const arrivalMs = monotonicMs()
    const placed = place(timeline, samples.length, arrivalMs)
    timeline = placed.timeline
    const piece = { samples, arrivalMs, fromMs: placed.at, toMs: placed.at + (samples.length / RATE) * 1000 }
    const lateMs = arrivalMs - piece.toMs
    const late = lateMs > LATE_MS
    if (!held && (!late || !ear.sounding())) return give(piece, delay.waitMs())
    held ??= { pieces: [], waitMs: delay.waitMs(), lateMs, asked: false }
    held.pieces.push(piece)
    held.lateMs = Math.max(held.lateMs, lateMs)
    if (late || held.asked) return
    held.asked = true
    const fromMs = held.pieces[0]?.fromMs ?? piece.fromMs
    void delay.measure({ fromMs, lengthMs: held.lateMs }).then(release)
  }

  /** What was made up takes no time: where it begins the clock stands still, until what really came goes on. */
  function release() {
    if (!held) return
    const { pieces, waitMs } = held
    held = null
    const madeUpMs = Math.max(0, delay.waitMs() - waitMs)
    const beginsMs = (pieces[0]?.fromMs ?? 0) + waitMs + FRAME_MS / 2
    for (const piece of pieces) {
      give(piece, waitMs + Math.min(madeUpMs, Math.max(0, piece.toMs - beginsMs)), true)
    }
  }

  function give({ samples, arrivalMs, fromMs, toMs }: Piece, waitMs: number, known = false) {
    if (missedFrom === null ? behindMs > BEHIND_MS : behindMs > CAUGHT_UP_MS) {
      missedFrom ??= fromMs - waitMs
      return
    }
    if (missedFrom !== null) {
      void ear.close(missedFrom)
      missed(missedFrom, fromMs - waitMs)
      missedFrom = null
    }
    behindMs += toMs - fromMs
    // Not waited for: the moment of arrival is taken when a piece arrives. The ear keeps the order.
    void ear.hear(samples, arrivalMs, PATH_MS + waitMs, known).then(() => (behindMs -= toMs - fromMs))
  }

  async function ask() {
    while (!ended) {
      if (!off && !held) await delay.measure()
      const often = delay.waitMs() > LONG_WAIT_MS ? ASK_LATE_MS : ASK_MS
      const untilNext = ear.sounding() || delay.waitMs() > LONG_WAIT_MS ? often : ASK_QUIET_MS
      await pause(untilNext, undefined, { ref: false })
    }
  }

  void read()
  void ask()
  return {
    mute: (muting) => void (off = muting),
    stop() {
      ended = true
      void reader.cancel().catch(() => undefined)
    },
  }
}
