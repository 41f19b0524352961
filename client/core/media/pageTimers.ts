import { CriticalTimers } from 'livekit-client'

/** What the SDK waits, and what it waits here. */
const WAITS = new Map<number | undefined, number>([
  // for more changes before it makes an offer; where a turn begins, that is heard twice over
  [20, 0],
  // before it looks again whether the line is there, which is heard by whoever comes in or moves
  [50, 10],
])

/** Lets every LiveKit room of this page wait less: for a page that is all ours. Once is enough. */
export function waitLess(): void {
  const { setTimeout: wait } = CriticalTimers
  CriticalTimers.setTimeout = (work, ms, ...rest) => wait(work, WAITS.get(ms) ?? ms, ...rest)
}
