/**
 * What the server and its listener say to each other (IPC, JSON). Rooms are the SFU's names, people the SFU's identities.
 * Times are milliseconds of the machine's monotonic clock (`monotonicMs`), which both processes share.
 */
export type ToListener =
  { kind: 'attend'; room: string; url: string; token: string } | { kind: 'leave'; room: string }

export type FromListener =
  /** The detector is loaded. */
  | { kind: 'ready' }
  /** Every `BEAT_MS`: the rooms being heard right now, and those of them in which not all is heard yet that was there when the listener came. */
  | { kind: 'beat'; rooms: string[]; partly: string[]; atMs: number; cpuMs: number; memoryMb: number }
  /** The connection to a room is over, or never came about. */
  | { kind: 'lost'; room: string }
  /** Somebody connected: their permissions are to be asserted. */
  | { kind: 'joined'; room: string; identity: string }
  /** A sound track is there. `microphone` is false when it goes by another label. */
  | { kind: 'track'; room: string; identity: string; microphone: boolean }
  /** What sounded in this room meanwhile was not heard, or too late to be sure of it. */
  | { kind: 'gap'; room: string; fromMs: number; toMs: number }
  /** A microphone that was heard is muted. */
  | { kind: 'muted'; room: string; identity: string; atMs: number }
  /** What this microphone heard were somebody else's words, through the air: their devices stand in one room. */
  | { kind: 'throughAir'; room: string; identity: string; of: string }
  | { kind: 'speaking'; room: string; identity: string; speaking: boolean }
  | Spoke

export interface Spoke {
  kind: 'spoke'
  room: string
  identity: string
  startMs: number
  endMs: number
}

export const BEAT_MS = 500
