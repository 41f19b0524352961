import type { Earlier } from '../../shared/dialogue/time/earlier.ts'
import { lookBack, type LookedBack } from '../../shared/dialogue/time/report.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { Meter } from './meter.ts'

/** Nobody looks more often than that for what changes by the second. */
const FRESH_MS = 1_000

export interface RetrospectInput {
  state(): SessionState
  meter: Meter
  /** What earlier sessions left behind. */
  readEarlier(): Promise<Earlier>
  now(): number
}

/**
 * Everybody's time looked back on, before each gets their own part of it. Many look at once, and again and again: what is the same for all
 * of them is worked out once in a while, and the earlier sessions are read once, when somebody first looks. Rejects when they cannot be.
 */
export function createRetrospect({ state, meter, readEarlier, now }: RetrospectInput) {
  let reading: Promise<Earlier> | null = null
  let looked: { state: SessionState; atMs: number; back: LookedBack } | null = null

  function earlier(): Promise<Earlier> {
    reading ??= readEarlier().catch((error: unknown) => {
      reading = null
      throw error
    })
    return reading
  }

  return async (): Promise<LookedBack> => {
    const before = await earlier()
    const current = state()
    if (looked?.state !== current || now() - looked.atMs >= FRESH_MS) {
      const atMs = now()
      looked = { state: current, atMs, back: lookBack(current, meter.book(current, atMs), before, atMs) }
    }
    return looked.back
  }
}
