import type { AwarenessEntry } from './wire.ts'

/** What one connection says about itself: at most one state per `everyMs`, and the last one always. */
export function createPresence(everyMs: number, tell: (entry: AwarenessEntry) => void) {
  let held: AwarenessEntry | null = null
  let timer: NodeJS.Timeout | null = null
  const tellHeld = () => {
    const entry = held
    held = null
    if (entry) tell(entry)
  }
  return {
    hear(entries: AwarenessEntry[]): void {
      held = entries.at(-1) ?? held
      if (!held || timer) return
      tellHeld()
      timer = setTimeout(() => {
        timer = null
        tellHeld()
      }, everyMs)
    },
    stop: () => {
      if (timer) clearTimeout(timer)
    },
  }
}
