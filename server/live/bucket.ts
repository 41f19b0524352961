/** A token bucket: `rate` a second, `burst` at once. */
export interface Bucket {
  /** Take one; false when it is empty. */
  take(now: number): boolean
}

export function createBucket(rate: number, burst: number): Bucket {
  let tokens = burst
  let at: number | null = null
  return {
    take(now) {
      tokens = Math.min(burst, tokens + (Math.max(0, now - (at ?? now)) * rate) / 1_000)
      at = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
