import { DefaultReconnectPolicy, type ReconnectPolicy, type Room } from 'livekit-client'
import { isAstray } from './livekitTrouble.ts'

/** Whoever is back on a network waits two seconds at most for the next try, and half of it more; after these our own loop goes on. */
const RETRY_MS = [0, 300, 1_200, ...Array<number>(12).fill(2_000)]

/**
 * When the SDK tries again, and how. While packets come it goes on with what there is, and nothing is heard of it. What has lost its way
 * is made anew: the SDK would take it for whole, or wait for it, half a minute after packets can get through again.
 */
export function retriesOf(room: () => Room): ReconnectPolicy {
  const policy = new DefaultReconnectPolicy(RETRY_MS)
  return {
    nextRetryDelayInMs(context) {
      if (isAstray(room())) room().engine.fullReconnectOnNext = true
      return policy.nextRetryDelayInMs(context)
    },
  }
}
