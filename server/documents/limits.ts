import type { Rate } from '../kit/bucket.ts'

/** WebSocket's own codes, for what a stock client may try again. */
export const WS_CLOSE = {
  goingAway: 1001,
  notBinary: 1003,
  violation: 1008,
  tooBig: 1009,
  later: 1013,
} as const

export interface ConnectionLimits {
  /** Changes of the text. */
  updates: Rate
  /** All frames together: a stock client sends everybody's awareness again. */
  frames: Rate
  bytes: Rate
  /** Per person at this node, over all connections, in bytes of text: what was asked for, and made anew after refusals. */
  asks: Rate
  rebuilds: Rate
  /** How long somebody may go on sending too much before the line is cut. */
  patienceMs: number
  /** Milliseconds between two own awareness states; the last one always arrives. */
  awarenessMs: number
  /** Bytes the socket may hold back before its reader is brought up to date at once, and before it is cut off. */
  resyncBytes: number
  cutBytes: number
  /** Updates waiting for missing parts. */
  waiting: number
  /** Milliseconds between two looks at the login. */
  loginMs: number
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  updates: { perSecond: 50, burst: 200 },
  frames: { perSecond: 400, burst: 1_000 },
  bytes: { perSecond: 512 * 1024, burst: 2 * 1024 * 1024 },
  asks: { perSecond: 40 * 1024, burst: 2 * 1024 * 1024 },
  // a megabyte takes some 300 ms, and everybody waits for that
  rebuilds: { perSecond: 20 * 1024, burst: 200 * 1024 },
  patienceMs: 120_000,
  awarenessMs: 100,
  resyncBytes: 1024 * 1024,
  cutBytes: 4 * 1024 * 1024,
  waiting: 64,
  loginMs: 1_000,
}
