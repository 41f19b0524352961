import type { Spoke } from './wire.ts'

/** What counts of the speech that a listener tells; null when nothing of it does. */
export type Counting = (spoke: Spoke) => Spoke | null

export const countAll: Counting = (spoke) => spoke

/** A voice that goes on is told of in parts, or once it is sure whose it is; whatever a listener heard so long ago it has told, or it was no speech. */
const TELLING_MS = 3_000

/**
 * Of a listener that takes over from another which heard the same: of each voice what comes after the other's last word. So a stretch
 * that is being spoken is counted once, and without a seam: the part the other has not told yet is told by the one that takes over.
 */
export function countAfter(told: readonly Spoke[], lastBeatMs: number): Counting {
  const upTo = new Map<string, number>()
  for (const spoke of told) upTo.set(keyOf(spoke), Math.max(upTo.get(keyOf(spoke)) ?? -Infinity, spoke.endMs))
  return (spoke) => {
    const from = Math.max(spoke.startMs, upTo.get(keyOf(spoke)) ?? -Infinity, lastBeatMs - TELLING_MS)
    return from < spoke.endMs ? { ...spoke, startMs: from } : null
  }
}

const keyOf = ({ room, identity }: Spoke) => `${room} ${identity}`
