import { createLoudness, type Loudness } from './loudness.ts'
import { heardThroughAir, isSofter } from './throughAir.ts'

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
  /** The stretch that was told last, whole. */
  fromMs: number
  toMs: number
}

export interface Said {
  /** Whose words these were that came in through the air; null when they are this person's own, or nobody can tell. */
  of: string | null
  /** False: somebody else was louder, and more of this stretch may tell. */
  isSure: boolean
}

/** Devices that stand in one room, by what their microphones hear of each other. */
export interface SameRoom {
  /** How loud it was; a level for every slice from this moment on. */
  loud(identity: string, fromMs: number, levels: readonly number[]): void
  saidBy(identity: string, startMs: number, endMs: number): Said
  left(identity: string): void
}

export function createSameRoom(): SameRoom {
  const microphones = new Map<string, Microphone>()
  /** By pair, when they last heard each other. */
  const known = new Map<string, number>()

  function of(identity: string): Microphone {
    const found = microphones.get(identity) ?? { loudness: createLoudness(), fromMs: 0, toMs: 0 }
    microphones.set(identity, found)
    return found
  }

  return {
    loud: (identity, fromMs, levels) => of(identity).loudness.add(fromMs, levels),
    saidBy(identity, startMs, endMs) {
      const own = of(identity)
      if (startMs - own.toMs > JOIN_MS) own.fromMs = startMs
      own.toMs = endMs
      const fromMs = Math.max(own.fromMs, endMs - COMPARED_MS)
      const mine = own.loudness.between(fromMs, endMs)
      let isSure = true
      for (const [other, { loudness }] of microphones) {
        if (other === identity) continue
        const pair = [identity, other].toSorted().join(' ')
        const isKnown = endMs - (known.get(pair) ?? -Infinity) < KNOWN_MS
        const theirs = loudness.between(fromMs - AROUND_MS, endMs + AROUND_MS)
        if (heardThroughAir(mine, theirs, isKnown)) {
          known.set(pair, endMs)
          return { of: other, isSure: true }
        }
        if (isSofter(mine, theirs)) isSure = endMs - own.fromMs >= COMPARED_MS
      }
      return { of: null, isSure }
    },
    left: (identity) => void microphones.delete(identity),
  }
}
