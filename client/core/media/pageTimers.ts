import { CriticalTimers } from 'livekit-client'

/** The SDK waits this long for more changes before it makes an offer; where a turn begins, that is heard twice over. */
const GATHER_MS = 20

/** Lets every LiveKit room of this page make its offers at once: for a page that is all ours. Once is enough. */
export function offerAtOnce(): void {
  const { setTimeout: wait } = CriticalTimers
  CriticalTimers.setTimeout = (work, ms, ...rest) => wait(work, ms === GATHER_MS ? 0 : ms, ...rest)
}
