import type { Session } from '../../../shared/channel/session.ts'
import type { Clock } from '../../../shared/channel/surroundings.ts'

const SECOND_MS = 1_000
/** A timer may be early by a few milliseconds; a countdown must not show the old second once more. */
const LATE_MS = 5

/** Ticks on the server's whole seconds while somebody listens, so that all countdowns tick together. */
export interface Beat {
  /** Another number after every tick. */
  getState(): number
  subscribe(listener: () => void): () => void
}

export function createBeat(session: Pick<Session, 'now'>, clock: Clock): Beat {
  const listeners = new Set<() => void>()
  let count = 0
  let callOff: (() => void) | undefined

  function plan(): void {
    callOff = clock.after(SECOND_MS - (session.now() % SECOND_MS) + LATE_MS, () => {
      count += 1
      for (const listener of listeners) listener()
      plan()
    })
  }

  return {
    getState: () => count,
    subscribe(listener) {
      if (listeners.size === 0) {
        // time went on while nobody looked
        count += 1
        plan()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) callOff?.()
      }
    },
  }
}
