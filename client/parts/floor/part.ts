import type { MessageKey } from '../ui/catalogues.ts'

/** One message with its values; the screen fills in the words. A value may be a message itself (a government role). */
export interface Part {
  key: MessageKey
  values?: Record<string, string | number | Part>
}

/** `mine` and `next` are the only tones that may carry lamplight; `trouble` is slate, never red. */
export type Tone = 'calm' | 'next' | 'mine' | 'move' | 'trouble'

export type StateIcon =
  | 'speak'
  | 'talk'
  | 'hand'
  | 'round'
  | 'pause'
  | 'next'
  | 'offline'
  | 'check'
  | 'compass'
  | 'keyboard'
  | 'phone'

/**
 * The sentence of state: `parts` side by side, `sub` under them.
 * `lit`: somebody has the floor, so the icon stands in the light. `urgent`: said at once instead of when it is quiet.
 */
export interface Sentence {
  tone: Tone
  icon: StateIcon
  lit: boolean
  urgent: boolean
  parts: Part[]
  sub: Part[]
}

/** Seconds at which a countdown is said aloud; between them the screen counts on in silence. */
const SAID_AT = [5, 10, 20, 30, 60]

/**
 * What must differ before a live region speaks again: the message and its values, with the seconds rounded to the moments
 * a countdown is said. The same sentence with one second less has the same signature.
 */
export function signature(parts: readonly Part[]): string {
  return JSON.stringify(parts, (name, value: unknown) =>
    name === 'seconds' && typeof value === 'number' ? step(value) : value,
  )
}

function step(seconds: number): number {
  return seconds <= 0 ? 0 : (SAID_AT.find((limit) => seconds <= limit) ?? Infinity)
}
