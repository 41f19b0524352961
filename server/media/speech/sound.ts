/** Samples a second, everywhere in this folder: what the detector was trained on. */
export const RATE = 16_000
/** One decision of the detector: 32 ms. */
export const BLOCK = 512
export const BLOCK_MS = (BLOCK / RATE) * 1000
/** Edges are found on a finer grid than decisions: 8 ms. */
const SLICE = 128
export const SLICE_MS = (SLICE / RATE) * 1000
export const SLICES = BLOCK / SLICE

/** Quieter than this is digital silence. */
const SILENCE_DB = -100

/** Root mean square of samples in -1..1, in dB below full scale. */
export function levelOf(samples: Float32Array, from = 0, to = samples.length): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const sample = samples[i] ?? 0
    sum += sample * sample
  }
  const power = sum / Math.max(1, to - from)
  return power <= 1e-10 ? SILENCE_DB : 10 * Math.log10(power)
}

/** The levels of a block's slices, in order. */
export function sliceLevels(block: Float32Array): number[] {
  return Array.from({ length: SLICES }, (_, i) => levelOf(block, i * SLICE, (i + 1) * SLICE))
}
