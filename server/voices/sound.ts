import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A sentence to speak: 16-bit mono at 16 kHz. */
export interface Sentence {
  name: string
  text: string
  samples: Int16Array
  durationMs: number
  /** When it really speaks, in milliseconds from its begin; pauses of more than 200 ms are left out. */
  speech: [startMs: number, endMs: number][]
}

/** The ten recorded sentences; even places in the list are women's voices, odd ones men's. */
const SENTENCES_DIR = fileURLToPath(new URL('../../tests/support/voices/', import.meta.url))

/** Every sentence in the folder, by name. */
export function loadSentences(dir = SENTENCES_DIR): Sentence[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith('.wav'))
    .toSorted()
    .map((file) => loadSentence(`${dir}/${file}`))
}

/** The `.json` beside the sound tells what is said and when. */
function loadSentence(path: string): Sentence {
  const about = JSON.parse(readFileSync(path.replace(/\.wav$/, '.json'), 'utf8')) as Pick<
    Sentence,
    'text' | 'durationMs' | 'speech'
  >
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.wav$/, '')
  return { name, ...about, samples: readSamples(path) }
}

/** Reads 16 kHz mono 16-bit PCM; throws on anything else. */
export function readSamples(path: string): Int16Array {
  const bytes = readFileSync(path)
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') throw new Error(`${path} is not a WAV file`)
  for (let at = 12; at + 8 <= bytes.length;) {
    const kind = bytes.toString('latin1', at, at + 4)
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8)
    if (kind === 'fmt ' && (bytes.readUInt16LE(at + 10) !== 1 || bytes.readUInt32LE(at + 12) !== 16_000))
      throw new Error(`${path} is not mono at 16 kHz`)
    if (kind === 'data') {
      const data = bytes.subarray(at + 8, at + 8 + size)
      return Int16Array.from({ length: data.length >> 1 }, (_none, i) => data.readInt16LE(i * 2))
    }
    at += 8 + size + (size % 2)
  }
  throw new Error(`${path} holds no sound`)
}
