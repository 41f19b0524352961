import { SLICE_MS } from './sound.ts'

/**
 * Two devices in one room: what one person says also comes in through the microphone of the other, later and softer. Only levels are
 * compared, slice by slice; of what was said nothing is kept.
 */
export interface Levels {
  /** When the first slice began, ms. */
  fromMs: number
  /** dB, one for every `SLICE_MS`. */
  levels: readonly number[]
}

/** Air takes some milliseconds, devices and the clock of our hearing some more. */
const EARLIEST_MS = -40
const LATEST_MS = 400
/** Shorter stretches look alike by chance; of two devices that hear each other, as is known, a word is enough. */
const LEAST_MS = 1_200
const LEAST_KNOWN_MS = 400
/** Under this all is silence. */
const FLOOR_DB = -65
/** Two people who talk at once stay below it (0.70 at most, of 270 pairs of voices), the same words through the air above (from 0.79). */
const ALIKE = 0.76
/** As loud as that is no echo that anybody could be sure of. */
const SOFTER_DB = 3
/** Levels are smoothed over so many slices. */
const SMOOTH = 5

/**
 * Is all that this microphone heard what somebody else said into theirs? Total and pure; when in doubt it is not. `known`: these two
 * devices heard each other a moment ago.
 */
export function heardThroughAir(own: Levels, other: Levels, known = false): boolean {
  if (own.levels.length * SLICE_MS < (known ? LEAST_KNOWN_MS : LEAST_MS)) return false
  const mine = smooth(own.levels)
  const theirs = smooth(other.levels)
  const offset = Math.round((own.fromMs - other.fromMs) / SLICE_MS)
  let best = { alike: 0, softerDb: 0 }
  for (let lag = EARLIEST_MS / SLICE_MS; lag <= LATEST_MS / SLICE_MS; lag++) {
    const found = compare(mine, theirs, offset - lag)
    if (found && found.alike > best.alike) best = found
  }
  return best.alike >= ALIKE && best.softerDb >= SOFTER_DB
}

/** Was the other one louder? Without that it is no echo, however long one listens. */
export const isSofter = (own: Levels, other: Levels): boolean => loudest(own.levels) < loudest(other.levels)

/** Slice `i` of mine beside slice `i + shift` of theirs; null where too little of mine lies beside anything. */
function compare(mine: readonly number[], theirs: readonly number[], shift: number) {
  const from = Math.max(0, -shift)
  const to = Math.min(mine.length, theirs.length - shift)
  const count = to - from
  if (count < 0.9 * mine.length) return null
  const [a, b] = [mine.slice(from, to), theirs.slice(from + shift, to + shift)]
  const [meanA, meanB] = [mean(a), mean(b)]
  let both = 0
  let ofA = 0
  let ofB = 0
  for (let i = 0; i < count; i++) {
    const [da, db] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB]
    both += da * db
    ofA += da * da
    ofB += db * db
  }
  const alike = ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : 0
  return { alike, softerDb: loudest(b) - loudest(a) }
}

function smooth(levels: readonly number[]): number[] {
  const half = (SMOOTH - 1) / 2
  const heard = levels.map((level) => Math.max(FLOOR_DB, level))
  return heard.map((_, i) => mean(heard.slice(Math.max(0, i - half), i + half + 1)))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** As loud as the louder tenth: pauses say nothing of how far away somebody sits. */
const loudest = (values: readonly number[]): number =>
  values.toSorted((a, b) => b - a)[Math.floor(values.length / 10)] ?? FLOOR_DB
