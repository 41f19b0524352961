export interface Rate {
  perSecond: number
  burst: number
}

/** A token bucket on the monotonic clock. */
export function createBucket({ perSecond, burst }: Rate): { take(): boolean } {
  let tokens = burst
  let last = performance.now()
  return {
    take: () => {
      const now = performance.now()
      tokens = Math.min(burst, tokens + ((now - last) / 1_000) * perSecond)
      last = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
