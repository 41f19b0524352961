/** Watches what the process holds in memory, and says when it is better replaced: against the least it ever held once it worked. */
export interface Wear {
  /** MB now, at even intervals. True once it has long held too much more than it needs. */
  sample(mb: number): boolean
}

/** More than all the tracks of twelve voices that are waiting to be freed. */
const GROWN_MB = 80
/** The heap breathes: what counts is the least that was held in so many samples. In the first so many it is still being filled. */
const SAMPLES = 6

export function createWear(): Wear {
  let needed = Infinity
  let recent: number[] = []
  let taken = 0
  return {
    sample(mb) {
      taken++
      recent = [...recent, mb].slice(-SAMPLES)
      if (taken < 2 * SAMPLES) return false
      const least = Math.min(...recent)
      needed = Math.min(needed, least)
      return least - needed > GROWN_MB
    },
  }
}
