import type { Clock } from '../../../shared/channel/surroundings.ts'

/** As typed, and no more often than this: the others read it within half a second (EN 301 549, 6.2.4). */
const EVERY_MS = 300

export interface Paced {
  /** Says this now, or as soon as it may; what was to be said before it is passed over. */
  say(text: string): void
  /** Nothing more is said. */
  stop(): void
}

/** Says the latest of what changes quickly: the first at once, what follows at most every 300 ms, and always the last. */
export function paced(send: (text: string) => void, clock: Clock): Paced {
  let last = ''
  let waiting: string | null = null
  let resting: (() => void) | null = null

  function now(text: string): void {
    last = text
    waiting = null
    send(text)
    resting = clock.after(EVERY_MS, () => {
      resting = null
      if (waiting !== null && waiting !== last) now(waiting)
    })
  }
  return {
    say(text) {
      if (resting) waiting = text
      else if (text !== last) now(text)
    },
    stop() {
      resting?.()
      resting = null
    },
  }
}
