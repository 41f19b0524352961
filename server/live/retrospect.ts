import { noEarlier, type Earlier } from '../../shared/dialogue/earlier.ts'
import { lookBack, type LookedBack } from '../../shared/dialogue/report.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import { readEarlier } from './earlier.ts'
import type { Meter } from './meter.ts'

/** Nobody looks more often than that for what changes by the second. */
const FRESH_MS = 1_000

/** Everybody's time looked back on, before each gets their own part of it. */
export interface Retrospect {
  /** What earlier sessions left behind. Rejects when the database does not answer. */
  load(store: Store, row: DialogueRow): Promise<void>
  of(state: SessionState): LookedBack
}

/** Many look back at once, and again and again: what is the same for all of them is worked out once in a while. */
export function createRetrospect(meter: Meter, now: () => number): Retrospect {
  let earlier: Earlier = noEarlier
  let looked: { state: SessionState; atMs: number; back: LookedBack } | null = null
  return {
    async load(store, row) {
      earlier = await readEarlier(store, row)
    },
    of(state) {
      if (looked?.state !== state || now() - looked.atMs >= FRESH_MS) {
        const back = lookBack(state, meter.book(state), meter.gapsUntil(now()), earlier, now())
        looked = { state, atMs: now(), back }
      }
      return looked.back
    },
  }
}
