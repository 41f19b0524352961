import { monotonicMs } from './wire.ts'

/**
 * Moments of the monotonic clock on the server's, which may be set. `Date.now()` gives whole milliseconds, and a busy
 * machine may pause between two looks: each look says between which bounds the offset lies, and it is kept as long as it
 * lies there. So what follows on what was told before it still does.
 */
export function createServerClock(wallMs = Date.now, monotonic = monotonicMs): (atMs: number) => number {
  let offset: number | null = null
  return (atMs) => {
    const before = monotonic()
    const wall = wallMs()
    const least = wall - monotonic()
    const most = wall + 1 - before
    offset = Math.min(Math.max(offset ?? least, least), most)
    return atMs + offset
  }
}
