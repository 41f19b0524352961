import { join } from 'node:path'
import { NOISES } from './noises.ts'
import { atLevel, firstWord, sequence, voicesIn, withNoise, type Interval, type Voice } from './voices.ts'

/** One thing to be measured well in. Each of its voices is played by somebody of their own. */
export interface Condition {
  name: string
  noisy: boolean
  voices: Voice[]
  /** Stretches in which the microphone is off, by voice. */
  mutes?: Record<string, Interval[]>
}

export const OWN_VOICES = join(import.meta.dirname, '../support/voices')
const PAUSES = [700, 1_600, 1_100, 2_300]
const SNR_DB = 10

/** Ten spoken sentences in all the ways of a real evening. */
export function conditions(): Condition[] {
  const all = voicesIn(OWN_VOICES)
  const some = (name: string, from: number, db: number) =>
    atLevel(
      sequence(
        name,
        [0, 1, 2, 3].map((i) => all[(from + i) % all.length] ?? all[0]).filter((v) => v !== undefined),
        PAUSES,
      ),
      db,
    )
  const muted = some('mute/unmute', 3, -26)
  const [second, third] = [muted.speech[2]?.[0] ?? 0, muted.speech[3]?.[1] ?? 0]
  const off: Interval = [second - 400, third + 400]
  return [
    { name: 'clean', noisy: false, voices: [some('clean', 0, -26)] },
    { name: 'loud', noisy: false, voices: [some('loud', 2, -20)] },
    { name: 'quiet', noisy: false, voices: [some('quiet', 1, -40)] },
    {
      name: 'two at once',
      noisy: false,
      voices: [some('first of two', 4, -24), some('second of two', 7, -30)],
    },
    {
      name: 'short words',
      noisy: false,
      voices: [
        atLevel(
          sequence(
            'short words',
            all.map((voice) => firstWord(voice)),
            [900, 1_400],
          ),
          -26,
        ),
      ],
    },
    {
      name: 'mute/unmute',
      noisy: false,
      voices: [{ ...muted, speech: muted.speech.filter(([from, to]) => to < off[0] || from > off[1]) }],
      mutes: { 'mute/unmute': [off] },
    },
    ...Object.keys(NOISES).map((noise, i) => ({
      name: `noise-${noise}`,
      noisy: true,
      voices: [withNoise(some(`noise-${noise}`, i + 2, -26), noise, SNR_DB)],
    })),
    ...Object.keys(NOISES).map((noise, i) => ({
      name: `only-${noise}`,
      noisy: true,
      voices: [withNoise(some(`only-${noise}`, i, -26), noise, SNR_DB, true)],
    })),
  ]
}
