import { createLoudness, type Loudness } from './loudness.ts'
import { heardThroughAir, mayProveAir } from './throughAir.ts'

/** The part of a stretch that is compared. */
const COMPARED_MS = 2_000
/** What comes through the air may be so much later than it was said, and the clocks differ by a little. */
const AROUND_MS = 450
/** Parts of one stretch come one after the other. */
const JOIN_MS = 20
/** Two devices that heard each other so lately stand in one room. */
const KNOWN_MS = 60_000

interface Microphone {
  loudness: Loudness
  /** The stretch that was heard last, whole. */
  fromMs: number
  toMs: number
  /** What of it is not told yet begins here; null when all of it is. */
  untoldMs: number | null
}

/** What can be told of a stretch: whose words came in through the air, or null when they are this person's own, or nobody can tell. */
export interface Sure {
  startMs: number
  endMs: number
  of: string | null
}

/** Devices that stand in one room, by what their microphones hear of each other. */
export interface SameRoom {
  /** How loud it was; a level for every slice from this moment on. */
  loud(identity: string, fromMs: number, levels: readonly number[]): void
  /** A part of a stretch was heard. Null as long as it may still prove to be somebody else's: it is told with what comes after it. */
  spoke(identity: string, startMs: number, endMs: number): Sure | null
  /** The stretch is over: of what was not told yet nobody can tell, and in doubt it counts. */
  ended(identity: string): Sure | null
  /** The same, and nobody is compared with this microphone any more. */
  left(identity: string): Sure | null
}

export function createSameRoom(): SameRoom {
  const microphones = new Map<string, Microphone>()
  /** By pair, when they last heard each other. */
  const known = new Map<string, number>()

  function of(identity: string): Microphone {
    const found = microphones.get(identity) ?? {
      loudness: createLoudness(),
      fromMs: 0,
      toMs: 0,
      untoldMs: null,
    }
    microphones.set(identity, found)
    return found
  }

  /** Whose words these were; 'unsure' when that may show in a moment. */
  function saidBy(identity: string, { loudness, ...own }: Microphone): { of: string | null } | 'unsure' {
    const fromMs = Math.max(own.fromMs, own.toMs - COMPARED_MS)
    const mine = loudness.between(fromMs, own.toMs)
    let unsure = false
    for (const [other, microphone] of microphones) {
      if (other === identity) continue
      const pair = [identity, other].toSorted().join(' ')
      const isKnown = own.toMs - (known.get(pair) ?? -Infinity) < KNOWN_MS
      const theirs = microphone.loudness.between(fromMs - AROUND_MS, own.toMs + AROUND_MS)
      if (heardThroughAir(mine, theirs, isKnown)) {
        known.set(pair, own.toMs)
        return { of: other }
      }
      unsure ||= mayProveAir(mine, theirs)
    }
    return unsure ? 'unsure' : { of: null }
  }

  function ended(identity: string): Sure | null {
    const own = microphones.get(identity)
    if (!own || own.untoldMs === null) return null
    const sure = { startMs: own.untoldMs, endMs: own.toMs, of: null }
    own.untoldMs = null
    return sure
  }

  return {
    loud: (identity, fromMs, levels) => of(identity).loudness.add(fromMs, levels),
    spoke(identity, startMs, endMs) {
      const own = of(identity)
      if (startMs - own.toMs > JOIN_MS) own.fromMs = startMs
      own.toMs = endMs
      own.untoldMs ??= startMs
      const found = saidBy(identity, own)
      if (found === 'unsure') return null
      const sure = { startMs: own.untoldMs, endMs, of: found.of }
      own.untoldMs = null
      return sure
    },
    ended,
    left(identity) {
      const sure = ended(identity)
      microphones.delete(identity)
      return sure
    },
  }
}
