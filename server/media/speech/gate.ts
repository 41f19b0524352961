import { BLOCK_MS } from './sound.ts'

/**
 * The energy gate: is this block loud against the room it comes from? It follows the noise floor by minimum statistics
 * (the quietest block of the last seconds; speech always has gaps, a fan has none) and so costs nothing where nobody speaks.
 * It decides only whether the detector is asked, and above which level an edge is looked for.
 */
export interface Gate {
  /** Noise floor, dB. */
  floor: number
  /** The quietest block of each part of the window, newest last. */
  minima: readonly number[]
  /** Blocks in the newest part. */
  filled: number
  /** Levels of the latest blocks in which nobody spoke. */
  unspoken: readonly number[]
}

/** Nothing under this is speech that somebody meant to be heard: a voice at -40 dB has its soft ends above it. */
const QUIETEST_DB = -76
/** Above the floor before the detector is asked. */
const GATE_DB = 3
/** Above the floor before a slice counts as sound of the speaker, and above what sounds while nobody speaks (music has no floor). */
const EDGE_DB = 6
const UNSPOKEN_DB = 4
/** Below the loudest slice of the same stretch: what is softer is room and codec ringing on. */
const RANGE_DB = 40
/** What sounds besides the voice (its louder blocks count) is far below the loudest slice, or else it is noisy. */
const CLEAN_DB = 30
const NOISE_PART = 0.75
/** The window of the floor: 8 parts of 0.4 s. */
const PARTS = 8
const PART_BLOCKS = Math.round(400 / BLOCK_MS)
/** What sounds while nobody speaks is looked at over a second. */
const UNSPOKEN_BLOCKS = Math.round(1_000 / BLOCK_MS)

export const openGate: Gate = {
  floor: QUIETEST_DB,
  minima: Array<number>(PARTS).fill(QUIETEST_DB),
  filled: 0,
  unspoken: [],
}

export function follow(gate: Gate, level: number): Gate {
  const fresh = gate.filled >= PART_BLOCKS
  const newest = fresh ? level : Math.min(level, gate.minima.at(-1) ?? level)
  const minima = [...gate.minima.slice(fresh ? 1 : 0, fresh ? undefined : -1), newest]
  const floor = Math.max(QUIETEST_DB - GATE_DB, Math.min(...minima))
  return { ...gate, floor, minima, filled: fresh ? 1 : gate.filled + 1 }
}

/** Nobody spoke in this block, by the detector's word: whatever was heard was the room, a fan or music. */
export function nobodySpoke(gate: Gate, level: number): Gate {
  return { ...gate, unspoken: [...gate.unspoken.slice(1 - UNSPOKEN_BLOCKS), level] }
}

export function isLoud(gate: Gate, level: number): boolean {
  return level > Math.max(QUIETEST_DB, gate.floor + GATE_DB)
}

/** Level above which a slice belongs to the speaker, given the loudest slice of the stretch. */
export function edgeLevel(gate: Gate, peak: number): number {
  return Math.max(
    QUIETEST_DB,
    gate.floor + EDGE_DB,
    quantile(gate.unspoken, 0.5) + UNSPOKEN_DB,
    peak - RANGE_DB,
  )
}

/**
 * Does something else sound so loud that the level does not tell where the voice begins and ends? Keys fill the pauses; a fan is even but
 * hides the soft half of every ending.
 */
export function isNoisy(gate: Gate, peak: number): boolean {
  return quantile(gate.unspoken, NOISE_PART) > peak - CLEAN_DB
}

function quantile(levels: readonly number[], part: number): number {
  return levels.toSorted((a, b) => a - b)[Math.floor(levels.length * part)] ?? -Infinity
}
