import { edgeLevel, follow, isLoud, nobodySpoke, openGate, type Gate } from './gate.ts'
import { cut, listen, nothingHeard, type Heard, type Hearing, type Step } from './intervals.ts'
import type { Voice } from './silero.ts'
import { BLOCK, BLOCK_MS, levelOf, sliceLevels } from './sound.ts'
import { newTimeline, place, type Timeline } from './timeline.ts'

/** One person's microphone, listened to. Each call waits for the ones before, so callers need not. */
export interface Ear {
  /** Mono samples at `RATE`, and the clock (ms) when they came in. */
  hear(samples: Int16Array, arrivalMs: number): Promise<void>
  /** The microphone went off or the track away: nothing is open after this. */
  close(atMs: number): Promise<void>
}

/** After the last loud block the detector is still asked for so long, to see the end. */
const HANG_BLOCKS = Math.round(320 / BLOCK_MS)
/** Under this chance nobody spoke. */
const UNSPOKEN = 0.15
/** Blocks from before the gate opened, given to the detector first so that it hears the beginning. */
const PRELUDE = 3

/** `voice` is asked only while there is something to hear; `tell` gets what was heard, on the clock of `arrivalMs`. */
export function createEar(voice: Voice, tell: (heard: Heard) => void): Ear {
  let timeline: Timeline = newTimeline
  let gate: Gate = openGate
  let hearing: Hearing = nothingHeard
  let pending = new Float32Array(0)
  let pendingAt = 0
  let asleep = true
  let quietBlocks = HANG_BLOCKS
  let prelude: Float32Array[] = []

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
      for (const earlier of prelude) await voice.chance(earlier)
      asleep = false
      prelude = []
    }
    return voice.chance(block)
  }

  async function decide(block: Float32Array, fromMs: number) {
    const level = levelOf(block)
    gate = follow(gate, level)
    const chance = await chanceOf(block, isLoud(gate, level))
    if (chance < UNSPOKEN) gate = nobodySpoke(gate, level)
    const now = gate
    take(
      listen(hearing, { fromMs, chance, levels: sliceLevels(block), edge: (peak) => edgeLevel(now, peak) }),
    )
  }

  async function hear(samples: Int16Array, arrivalMs: number) {
    const placed = place(timeline, samples.length, arrivalMs)
    timeline = placed.timeline
    if (placed.gap) {
      take(cut(hearing, pendingAt))
      pending = new Float32Array(0)
      voice.reset()
    }
    const joined = new Float32Array(pending.length + samples.length)
    joined.set(pending)
    for (let i = 0; i < samples.length; i++) joined[pending.length + i] = (samples[i] ?? 0) / 32_768
    let at = placed.at - (pending.length / BLOCK) * BLOCK_MS
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
  }

  let last: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void> | void) => (last = last.then(work))
  return {
    hear: (samples, arrivalMs) => inTurn(() => hear(samples, arrivalMs)),
    close: (atMs) => inTurn(() => close(atMs)),
  }
}
