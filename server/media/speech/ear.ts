import { createSerial } from '../../kit/serial.ts'
import { edgeLevel, follow, isLoud, isNoisy, nobodySpoke, openGate, type Gate } from './gate.ts'
import { cut, listen, nothingHeard, type Heard, type Hearing, type Step } from './intervals.ts'
import type { Voice } from './silero.ts'
import { BLOCK, BLOCK_MS, levelOf, sliceLevels } from './sound.ts'
import { newTimeline, place, type Timeline } from './timeline.ts'

/** One person's microphone, listened to. Each call waits for the ones before, so callers need not. */
export interface Ear {
  /**
   * Mono samples at `RATE`, the clock (ms) when they came in, and how long they had waited on the way: as measured now and then, or as
   * `known` of just these.
   */
  hear(samples: Int16Array, arrivalMs: number, waitedMs: number, known?: boolean): Promise<void>
  /** The microphone is off from `atMs` on: what was said before still counts, also when it comes in later. */
  mute(atMs: number): void
  unmute(atMs: number): void
  /** Is there something to hear, speech or not? */
  sounding(): boolean
  /** The track is away: nothing is open after this. */
  close(atMs: number): Promise<void>
}

/** After the last loud block the detector is still asked for so long, to see the end. */
const HANG_BLOCKS = Math.round(320 / BLOCK_MS)
/** Under this chance nobody spoke. */
const UNSPOKEN = 0.15
/** Blocks from before the gate opened, given to the detector first so that it hears the beginning. */
const PRELUDE = 3
/** The word that a microphone is on comes later than its first sound; while it is off the SFU sends nothing. */
const UNMUTE_SLACK_MS = 300
/** While somebody speaks their sound is stretched or pressed by the jitter buffer, never torn: so much of a block at most. */
const STRETCH = 0.15
const PRESS = 0.75

/**
 * `voice` is asked only while there is something to hear; `tell` gets what was heard, on the clock of `arrivalMs`, and `loudness` the level of
 * each slice.
 */
export function createEar(
  voice: Voice,
  tell: (heard: Heard) => void,
  loudness: (fromMs: number, levels: readonly number[]) => void = () => undefined,
): Ear {
  let timeline: Timeline = newTimeline
  let gate: Gate = openGate
  let hearing: Hearing = nothingHeard
  let pending = new Float32Array(0)
  let pendingAt = 0
  let asleep = true
  let quietBlocks = HANG_BLOCKS
  let prelude: Float32Array[] = []
  let waited = 0
  /** Calls whose sound has not been decided on. */
  let undecided = 0
  let off: { from: number; to: number } | null = null

  const behind = () => undecided > 1

  function take({ hearing: next, heard }: Step) {
    hearing = next
    for (const one of heard) tell(one)
  }

  async function chanceOf(block: Float32Array, loud: boolean): Promise<number> {
    quietBlocks = loud ? 0 : quietBlocks + 1
    if (quietBlocks > HANG_BLOCKS) {
      asleep = true
      prelude = [...prelude.slice(1 - PRELUDE), block]
      return 0
    }
    if (asleep) {
      voice.reset()
      for (const earlier of prelude) await voice.chance(earlier, behind())
      asleep = false
      prelude = []
    }
    return voice.chance(block, behind())
  }

  async function decide(block: Float32Array, fromMs: number) {
    if (off && fromMs >= off.from && fromMs < off.to) return deafen(off.from)
    const level = levelOf(block)
    gate = follow(gate, level)
    const chance = await chanceOf(block, isLoud(gate, level))
    if (chance < UNSPOKEN) gate = nobodySpoke(gate, level)
    const now = gate
    const levels = sliceLevels(block)
    loudness(fromMs, levels)
    take(
      listen(hearing, {
        fromMs,
        chance,
        levels,
        edge: (peak) => edgeLevel(now, peak),
        noisy: (peak) => isNoisy(now, peak),
      }),
    )
  }

  function deafen(fromMs: number) {
    take(cut(hearing, fromMs))
    asleep = true
    quietBlocks = HANG_BLOCKS
    prelude = []
  }

  async function hear(samples: Int16Array, arrivalMs: number, waitedMs: number, known: boolean) {
    const lengthMs = (samples.length / BLOCK) * BLOCK_MS
    waited = hearing.open && !known ? approach(waited, waitedMs, lengthMs) : waitedMs
    const placed = place(timeline, samples.length, arrivalMs)
    timeline = placed.timeline
    if (placed.movedMs > 0 && hearing.open && !placed.gap) waited += placed.movedMs
    if (placed.gap) {
      take(cut(hearing, pendingAt))
      pending = new Float32Array(0)
      voice.reset()
    }
    const joined = new Float32Array(pending.length + samples.length)
    joined.set(pending)
    for (let i = 0; i < samples.length; i++) joined[pending.length + i] = (samples[i] ?? 0) / 32_768
    let at = placed.at - waited - (pending.length / BLOCK) * BLOCK_MS
    let from = 0
    for (; joined.length - from >= BLOCK; from += BLOCK, at += BLOCK_MS) {
      await decide(joined.slice(from, from + BLOCK), at)
    }
    pending = joined.slice(from)
    pendingAt = at
  }

  function close(atMs: number) {
    take(cut(hearing, atMs))
    timeline = newTimeline
    gate = openGate
    pending = new Float32Array(0)
    prelude = []
    asleep = true
    quietBlocks = HANG_BLOCKS
    off = null
  }

  const turns = createSerial()
  return {
    hear(samples, arrivalMs, waitedMs, known = false) {
      undecided++
      return turns.run(() => hear(samples, arrivalMs, waitedMs, known)).finally(() => undecided--)
    },
    mute: (atMs) => void (off = { from: atMs, to: Infinity }),
    unmute: (atMs) => void (off = off && { ...off, to: Math.max(off.from, atMs - UNMUTE_SLACK_MS) }),
    sounding: () => !asleep,
    close: (atMs) => turns.run(() => close(atMs)),
  }
}

/** From how long sound waited to how long it waits, over sound of this length. */
function approach(waited: number, aim: number, lengthMs: number): number {
  return waited + Math.max(-PRESS * lengthMs, Math.min(STRETCH * lengthMs, aim - waited))
}
