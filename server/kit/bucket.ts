/** So much a second, and so much at once. */
export interface Rate {
  perSecond: number
  burst: number
}

export interface Bucket {
  /** Milliseconds until something may go; 0 is now. */
  wait(): number
  /** May go below nothing: whoever comes next waits for it. */
  spend(cost?: number): void
  /** Spends one when there is one left. */
  take(): boolean
  /** Nothing was spent lately: as good as a new one. */
  full(): boolean
}

/** A token bucket on the monotonic clock. */
export function createBucket({ perSecond, burst }: Rate): Bucket {
  let tokens = burst
  let last = performance.now()
  const refill = () => {
    const now = performance.now()
    tokens = Math.min(burst, tokens + ((now - last) / 1_000) * perSecond)
    last = now
  }
  const spend = (cost = 1) => void (tokens -= cost)
  return {
    wait: () => {
      refill()
      return tokens > 0 ? 0 : Math.ceil((-tokens / perSecond) * 1_000) + 1
    },
    spend,
    take: () => {
      refill()
      if (tokens < 1) return false
      spend()
      return true
    },
    full: () => {
      refill()
      return tokens === burst
    },
  }
}

/** So many are kept before those that are as good as new are forgotten. */
const MANY = 500

/** A bucket for each of many: whoever comes back gets nothing anew. */
export function createBuckets(rate: Rate): (key: string) => Bucket {
  const known = new Map<string, Bucket>()
  let many = MANY
  return (key) => {
    const found = known.get(key)
    if (found) return found
    if (known.size >= many) {
      for (const [one, bucket] of known) if (bucket.full()) known.delete(one)
      many = Math.max(MANY, 2 * known.size)
    }
    const fresh = createBucket(rate)
    known.set(key, fresh)
    return fresh
  }
}
