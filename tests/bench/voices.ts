import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { NOISES } from './noises.ts'
import { readWav, atRate } from './wav.ts'

export type Interval = [startMs: number, endMs: number]

/** A recording and where it holds speech. */
export interface Voice {
  name: string
  rate: number
  samples: Float32Array
  speech: Interval[]
}

/** Every WAV of a folder with its JSON: pairs of [startMs, endMs], or an object with them under `speech`. */
export function voicesIn(folder: string): Voice[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.wav'))
  if (names.length === 0) throw new Error(`no WAV files in ${folder}`)
  return names.toSorted().map((file) => {
    const name = basename(file, '.wav')
    const truth: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    const speech = (Array.isArray(truth) ? truth : (truth as { speech: unknown }).speech) as Interval[]
    return { name, ...readWav(join(folder, file)), speech }
  })
}

const silence = (rate: number, ms: number) => new Float32Array(Math.round((rate * ms) / 1000))

/** One after the other, with pauses of these lengths (ms) before each. */
export function sequence(name: string, voices: readonly Voice[], pauses: readonly number[]): Voice {
  const rate = 16_000
  const parts: Float32Array[] = []
  const speech: Interval[] = []
  let at = 0
  voices.forEach((voice, i) => {
    const pause = silence(rate, pauses[i % pauses.length] ?? 1_000)
    const samples = atRate(voice, rate)
    at += (pause.length / rate) * 1000
    const offset = at
    speech.push(...voice.speech.map(([from, to]): Interval => [from + offset, to + offset]))
    at += (samples.length / rate) * 1000
    parts.push(pause, samples)
  })
  parts.push(silence(rate, 1_500))
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let filled = 0
  for (const part of parts) {
    samples.set(part, filled)
    filled += part.length
  }
  return { name, rate, samples, speech }
}

/** Root mean square where there is something: speech for a voice, sound for a noise. */
function power(samples: Float32Array, rate: number, where?: readonly Interval[]): number {
  const parts = where?.map(([from, to]) => samples.subarray((from / 1000) * rate, (to / 1000) * rate)) ?? [
    samples,
  ]
  let sum = 0
  let count = 0
  for (const part of parts) {
    for (const sample of part) {
      if (where === undefined && Math.abs(sample) < 1e-3) continue
      sum += sample * sample
      count += 1
    }
  }
  return Math.sqrt(sum / Math.max(1, count))
}

export function atLevel(voice: Voice, db: number): Voice {
  const gain = 10 ** (db / 20) / power(voice.samples, voice.rate, voice.speech)
  return { ...voice, samples: voice.samples.map((sample) => sample * gain) }
}

/** With this noise from beginning to end, `snr` dB below the speech; `alone` leaves the speech out. */
export function withNoise(voice: Voice, noise: string, snr: number, alone = false): Voice {
  const made = NOISES[noise]?.(voice.rate, voice.samples.length)
  if (!made) throw new Error(`no noise called ${noise}`)
  const gain = power(voice.samples, voice.rate, voice.speech) / 10 ** (snr / 20) / power(made, voice.rate)
  const samples = made.map((sample, i) => sample * gain + (alone ? 0 : (voice.samples[i] ?? 0)))
  return { ...voice, samples, speech: alone ? [] : voice.speech }
}
