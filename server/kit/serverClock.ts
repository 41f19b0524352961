import * as os from 'node:os'
import { monotonicMs } from './monotonic.ts'

/**
 * The server's clock, ms since 1970. It shows the wall clock's time when the process starts and runs on from there: a turn that runs or
 * a split that was announced is not moved when somebody sets the machine's clock.
 */
export interface ServerClock {
  now(): number
  /** A moment of `monotonicMs`, which every process of this machine shares, on this clock; to the fraction. */
  at(momentMs: number): number
}

/** How much faster or slower than real it runs to meet the wall clock again: ten times what time servers steer by. */
const SLEW = 0.005
/** Farther apart than this the machine may have slept. */
const APART_MS = 1_000

interface Clocks {
  wall(): number
  monotonic(): number
  /** Runs on while the machine sleeps, as the monotonic clock does not. */
  uptime(): number
}

const MACHINE: Clocks = { wall: () => Date.now(), monotonic: monotonicMs, uptime: () => os.uptime() * 1_000 }

/**
 * `Date.now()` gives whole milliseconds, and a busy machine may pause between two looks: each look says between which bounds the offset
 * lies, and it is kept as long as it lies there. So what follows on what was told before it still does.
 */
export function createServerClock({ wall, monotonic, uptime }: Clocks = MACHINE): ServerClock {
  let lookedAt = monotonic()
  let offset = wall() - lookedAt
  let slept = uptime() - lookedAt

  function look() {
    const before = monotonic()
    const seen = wall()
    const least = seen - monotonic()
    const most = seen + 1 - before
    const step = (before - lookedAt) * SLEW
    lookedAt = before
    const apart = Math.min(Math.max(offset, least), most) - offset
    if (Math.abs(apart) > APART_MS && woke(before)) return
    // within a millisecond it was not known better yet
    offset += Math.abs(apart) < 1 ? apart : Math.min(Math.max(apart, -step), step)
  }

  /** What passed while the machine slept did pass. */
  function woke(nowMs: number): boolean {
    const ms = uptime() - nowMs - slept
    if (ms < APART_MS) return false
    slept += ms
    offset += ms
    return true
  }

  return {
    now() {
      look()
      return Math.floor(monotonic() + offset)
    },
    at(momentMs) {
      look()
      return momentMs + offset
    },
  }
}

/** This process's. */
export const serverClock = createServerClock()
