export interface Rate {
  perSecond: number
  burst: number
}

export interface Bucket {
  /** Milliseconds until something may go; 0 is now. */
  wait(): number
  /** May go below nothing: whoever comes next waits for it. */
  spend(cost?: number): void
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
  return {
    wait: () => {
      refill()
      return tokens > 0 ? 0 : Math.ceil((-tokens / perSecond) * 1_000) + 1
    },
    spend: (cost = 1) => {
      tokens -= cost
    },
    full: () => {
      refill()
      return tokens === burst
    },
  }
}
