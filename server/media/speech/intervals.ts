import { BLOCK_MS, SLICE_MS } from './sound.ts'

/**
 * From decisions to stretches of speech. The detector decides WHETHER somebody speaks, the level decides where the edges lie:
 * a trained detector says "speech" about 70 ms longer than there is any, and begins a block or two late.
 *
 * Bridging: a pause up to `RULE.bridgeMs` belongs to the speech around it (a stop, a comma); a longer one belongs to nobody and ends
 * the stretch where the sound ended, not where the waiting ended. A quarter of a second is where phonetics has drawn the line between
 * articulation and pause since Goldman-Eisler (1968).
 */
export const RULE = {
  /** Chance of speech from which a block holds speech. Surer than even: after a word the detector stays in two minds for some blocks. */
  speechAt: 0.65,
  /** Speech needed before anything is reported: a click or a slammed door is shorter. */
  confirmMs: 90,
  /** Without another block of speech within this, an unconfirmed stretch was noise. */
  doubtMs: 130,
  bridgeMs: 250,
  /** A long stretch is reported in parts of about this length. */
  partMs: 500,
  /** How far before the first decision the beginning is looked for, and which dip on the way is stepped over. */
  lookBackMs: 240,
  dipMs: 24,
  /** How long after the last decision unbroken sound still counts: the tail of a vowel is too soft to be told from nothing. */
  tailMs: 160,
  /** In noise the level tells no edges: there the end is so long before the detector's, and the beginning at most so long before it. */
  noisyLateMs: BLOCK_MS,
  noisyLookBackMs: 64,
} as const

/** One decision. `levels` are dB per slice; `edge` gives the level above which a slice is sound, given the loudest slice. */
export interface Block {
  fromMs: number
  chance: number
  levels: readonly number[]
  edge(peak: number): number
  /** Does something else sound so loud beside a voice with this loudest slice that the level tells no edges? */
  noisy(peak: number): boolean
}

interface Stretch {
  /** The first block in which speech was decided. */
  beganMs: number
  startMs: number
  /** Where its sound ended so far. */
  endMs: number
  /** End of the last block in which speech was decided. */
  decidedMs: number
  /** Speech decided so far. */
  speechMs: number
  peak: number
  confirmed: boolean
  /** Reported up to here. */
  reportedMs: number
}

export interface Hearing {
  open: Stretch | null
  /** Where the last closed stretch ended: the next cannot begin before. */
  closedMs: number
  /** The latest blocks, to look back in. */
  recent: readonly Block[]
}

export type Heard =
  | { kind: 'speaking'; speaking: boolean; atMs: number }
  /** A stretch, or its part so far. */
  | { kind: 'spoke'; startMs: number; endMs: number }

export interface Step {
  hearing: Hearing
  heard: Heard[]
}

export const nothingHeard: Hearing = { open: null, closedMs: -Infinity, recent: [] }

/** A slice with sound counts whole, which takes about half a slice off a pause on either side. */
const BRIDGE_MS = RULE.bridgeMs - SLICE_MS
const KEEP = Math.ceil((RULE.lookBackMs + RULE.confirmMs + RULE.doubtMs) / BLOCK_MS) + 1

/** Takes one block further. */
export function listen(hearing: Hearing, block: Block): Step {
  const recent = [...hearing.recent.slice(-KEEP), block]
  if (block.chance >= RULE.speechAt) return goOn({ ...hearing, recent }, block)
  return hearing.open
    ? doubt({ ...hearing, recent }, hearing.open, block)
    : { hearing: { ...hearing, recent }, heard: [] }
}

/** The sound stops here (muted, unpublished, a gap): whatever is open ends at its last sound, at the latest at `atMs`. */
export function cut(hearing: Hearing, atMs: number): Step {
  const open = hearing.open
  if (!open) return { hearing: { ...hearing, recent: [] }, heard: [] }
  const closed = close(hearing, { ...open, endMs: Math.min(open.endMs, atMs) }, atMs)
  return { ...closed, hearing: { ...closed.hearing, recent: [] } }
}

function goOn(hearing: Hearing, block: Block): Step {
  const before = hearing.open ?? begin(block)
  const peak = Math.max(before.peak, ...block.levels)
  const speechMs = before.speechMs + BLOCK_MS
  const confirmed = before.confirmed || speechMs >= RULE.confirmMs
  // How loud the voice is shows only after some blocks: until then its beginning is looked for anew.
  const startMs = before.confirmed ? before.startMs : beginning(hearing, before.beganMs, peak)
  const open: Stretch = {
    ...before,
    startMs,
    reportedMs: before.confirmed ? before.reportedMs : startMs,
    peak,
    speechMs,
    decidedMs: block.fromMs + BLOCK_MS,
    confirmed,
    endMs: Math.max(before.endMs, lastSound(block, peak)),
  }
  const heard: Heard[] =
    confirmed && !before.confirmed ? [{ kind: 'speaking', speaking: true, atMs: open.startMs }] : []
  return report({ ...hearing, open }, open, heard)
}

function doubt(before: Hearing, doubted: Stretch, block: Block): Step {
  const open = { ...doubted, endMs: tail(doubted, block) }
  const hearing = { ...before, open }
  const silent = block.fromMs + BLOCK_MS - open.endMs
  if (!open.confirmed)
    return { hearing: silent > RULE.doubtMs ? { ...hearing, open: null } : hearing, heard: [] }
  return silent > BRIDGE_MS ? close(hearing, open, block.fromMs + BLOCK_MS) : { hearing, heard: [] }
}

function begin(block: Block): Stretch {
  return {
    beganMs: block.fromMs,
    startMs: block.fromMs,
    endMs: block.fromMs,
    decidedMs: block.fromMs,
    speechMs: 0,
    peak: -Infinity,
    confirmed: false,
    reportedMs: block.fromMs,
  }
}

function beginning({ recent, closedMs }: Hearing, beganMs: number, peak: number): number {
  const sound = firstSound(recent, beganMs, peak)
  // The detector may need a block or two to hear that somebody goes on: what counts is the pause in the sound.
  return sound - closedMs <= BRIDGE_MS ? closedMs : sound
}

function report(hearing: Hearing, open: Stretch, heard: Heard[]): Step {
  if (!open.confirmed || open.endMs - open.reportedMs < RULE.partMs) return { hearing, heard }
  return {
    hearing: { ...hearing, open: { ...open, reportedMs: open.endMs } },
    heard: [...heard, { kind: 'spoke', startMs: open.reportedMs, endMs: open.endMs }],
  }
}

function close(hearing: Hearing, open: Stretch, atMs: number): Step {
  const heard: Heard[] = []
  const endMs = Math.max(open.reportedMs, open.endMs)
  if (open.confirmed && endMs > open.reportedMs) {
    heard.push({ kind: 'spoke', startMs: open.reportedMs, endMs })
  }
  if (open.confirmed) heard.push({ kind: 'speaking', speaking: false, atMs })
  return { hearing: { ...hearing, open: null, closedMs: endMs }, heard }
}

/** Where the sound of a block with speech ends. */
function lastSound(block: Block, peak: number): number {
  if (block.noisy(peak)) return block.fromMs + BLOCK_MS - RULE.noisyLateMs
  const edge = block.edge(peak)
  const index = block.levels.findLastIndex((level) => level > edge)
  return index < 0 ? -Infinity : block.fromMs + (index + 1) * SLICE_MS
}

/** Where the sound of the stretch ends, given a block without a decision for speech. */
function tail({ endMs, decidedMs, peak }: Stretch, block: Block): number {
  if (block.noisy(peak)) return endMs
  const edge = block.edge(peak)
  let end = endMs
  block.levels.forEach((level, i) => {
    const from = block.fromMs + i * SLICE_MS
    if (level > edge && from - end <= RULE.dipMs && from < decidedMs + RULE.tailMs) end = from + SLICE_MS
  })
  return end
}

/** Back from the end of the first block with speech through unbroken sound: where it began. */
function firstSound(recent: readonly Block[], beganMs: number, speechPeak: number): number {
  const until = recent.filter(({ fromMs }) => fromMs <= beganMs)
  const newest = recent.at(-1)
  if (!newest) return beganMs
  const peak = Math.max(speechPeak, ...until.flatMap(({ levels }) => [...levels]))
  const edge = newest.edge(peak)
  const earliest = beganMs - (newest.noisy(peak) ? RULE.noisyLookBackMs : RULE.lookBackMs)
  const slices = until.flatMap((block) =>
    block.levels.map((level, i) => ({ fromMs: block.fromMs + i * SLICE_MS, sound: level > edge })),
  )
  let start = beganMs + BLOCK_MS
  for (const slice of slices.toReversed()) {
    if (slice.fromMs < earliest || start - slice.fromMs > RULE.dipMs + SLICE_MS) break
    if (slice.sound) start = slice.fromMs
  }
  return Math.min(start, beganMs + BLOCK_MS - SLICE_MS)
}
