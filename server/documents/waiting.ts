import type { Part } from './missing.ts'

export interface Held {
  update: Uint8Array
  /** What it waits for; once it is there, there may be a next. */
  missing: Part
}

/**
 * Updates of one connection whose parts have not all come: they may come in any order, and until then nothing of
 * them touches the document. Each knows what it waits for, so that looking costs the same whatever it holds.
 */
export function createWaiting(limits: { updates: number; bytes: number }) {
  let held: Held[] = []
  let bytes = 0
  return {
    /** False: it is more than we keep. */
    hold(update: Uint8Array, missing: Part): boolean {
      bytes += update.length
      held.push({ update, missing })
      return held.length <= limits.updates && bytes <= limits.bytes
    },
    /** One whose part has come, taken out; null when there is none. */
    next(clock: (client: number) => number): Uint8Array | null {
      const index = held.findIndex(({ missing }) => missing.clock < clock(missing.client))
      const [found] = index < 0 ? [] : held.splice(index, 1)
      if (!found) return null
      bytes -= found.update.length
      return found.update
    },
    clear: () => {
      held = []
      bytes = 0
    },
  }
}
