import { SLICE_MS } from './sound.ts'
import type { Levels } from './throughAir.ts'

/** Far enough back for the longest stretch that is compared, and what comes later through the air. */
const KEPT_MS = 4_000
/** Sound that goes on elsewhere than it stopped: what was before is forgotten. */
const SEAM_MS = 60

/** How loud one microphone was in the last seconds. */
export interface Loudness {
  add(fromMs: number, levels: readonly number[]): void
  /** Between these moments, as far as it is known. */
  between(fromMs: number, toMs: number): Levels
}

export function createLoudness(): Loudness {
  let since = 0
  let kept: number[] = []
  const end = () => since + kept.length * SLICE_MS
  return {
    add(fromMs, levels) {
      if (kept.length === 0 || Math.abs(fromMs - end()) > SEAM_MS) {
        since = fromMs
        kept = []
      }
      kept.push(...levels)
      const over = kept.length - KEPT_MS / SLICE_MS
      if (over <= 0) return
      kept = kept.slice(over)
      since += over * SLICE_MS
    },
    between(fromMs, toMs) {
      const first = Math.max(0, Math.round((fromMs - since) / SLICE_MS))
      const last = Math.max(first, Math.round((toMs - since) / SLICE_MS))
      return { fromMs: since + first * SLICE_MS, levels: kept.slice(first, last) }
    },
  }
}
