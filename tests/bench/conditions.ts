import { join } from 'node:path'
import type { Befalls, Part } from './acts.ts'
import { NOISES } from './noises.ts'
import { atLevel, sequence, voicesIn, withNoise, type Voice } from './voices.ts'

/** Where the parts of a condition are played: in the plenary, over bad roads, or at tables. */
export type Setting = 'plenary' | 'roads' | 'tables'

/** One thing to be measured well in. Each of its voices is played by somebody of their own. */
export interface Condition {
  name: string
  noisy: boolean
  setting: Setting
  parts: Part[]
}

export const OWN_VOICES = join(import.meta.dirname, '../support/voices')
const SHORT_WORDS = join(OWN_VOICES, 'short')
const PAUSES = [700, 1_600, 1_100, 2_300]
const SHORT_PAUSES = [900, 1_400, 600]
const SNR_DB = 10
const LOSS = 0.05
const CUT_MS = 3_000

const MEN = ['duidelijk-antwoord', 'eerlijk-zeggen', 'kosten-en-tijd', 'niet-alleen-online', 'ruimte-geven']
const WOMEN = ['iedereen-gelijk', 'jongeren-erbij', 'resultaat-laten-zien', 'samen-zoeken', 'vroeg-meepraten']

/** Spoken sentences, each condition by a man and by a woman, in all the ways of a real evening. */
export function conditions(): Condition[] {
  const recorded = new Map(voicesIn(OWN_VOICES).map((voice) => [voice.name, voice]))
  const words = voicesIn(SHORT_WORDS)

  function says(names: readonly string[], from: number, db: number, title: string): Voice {
    const four = [0, 1, 2, 3].map((i) => recorded.get(names[(from + i) % names.length] ?? ''))
    return atLevel(
      sequence(
        title,
        four.filter((voice) => voice !== undefined),
        PAUSES,
      ),
      db,
    )
  }
  const both = (name: string, from: number, db: number, otherDb = db): Voice[] => [
    says(MEN, from, db, `${name}, man`),
    says(WOMEN, from, otherDb, `${name}, woman`),
  ]
  const short = (who: string) =>
    atLevel(
      sequence(
        `short words, ${who}`,
        words.filter(({ name }) => name.endsWith(who)).flatMap((word) => [word, word, word]),
        SHORT_PAUSES,
      ),
      -26,
    )
  const plain = (name: string, voices: Voice[], noisy = false): Condition => ({
    name,
    noisy,
    setting: 'plenary',
    parts: voices.map((voice) => ({ voice })),
  })
  const befallen = (name: string, setting: Setting, from: number, what: (voice: Voice) => Befalls) => ({
    name,
    noisy: false,
    setting,
    parts: both(name, from, -26).map((voice) => ({ voice, befalls: what(voice) })),
  })
  const noises = Object.keys(NOISES)
  const someone = (i: number) => (i % 2 === 0 ? MEN : WOMEN)

  return [
    plain('clean', both('clean', 0, -26)),
    plain('loud', both('loud', 2, -20)),
    plain('quiet', both('quiet', 1, -40)),
    plain('two-at-once', both('two-at-once', 3, -24, -30)),
    plain('short-words', [short('-man'), short('-vrouw')]),
    befallen('mute-unmute', 'plenary', 3, (voice) => ({
      kind: 'mute',
      off: [amid(voice, 1), amid(voice, 3)],
    })),
    befallen('packet-loss', 'roads', 0, () => ({ kind: 'loss', part: LOSS })),
    befallen('reconnect', 'roads', 2, (voice) => ({
      kind: 'cut',
      off: [amid(voice, 1), amid(voice, 1) + CUT_MS],
    })),
    befallen('table-move', 'tables', 4, (voice) => ({ kind: 'move', atMs: amid(voice, 2) })),
    ...noises.map((noise, i) => {
      const name = `noise-${noise}`
      const voices = both(name, i, -26).map((voice) => withNoise(voice, noise, SNR_DB))
      return plain(name, voices, true)
    }),
    ...noises.map((noise, i) => {
      const name = `only-${noise}`
      return plain(name, [withNoise(says(someone(i), i, -26, name), noise, SNR_DB, true)], true)
    }),
  ]
}

/** The middle of a voice's stretch of speech, ms. */
function amid({ speech }: Voice, stretch: number): number {
  const [from, to] = speech[stretch % speech.length] ?? [0, 0]
  return (from + to) / 2
}
