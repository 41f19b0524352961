import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWav } from './wav.ts'

const RATE = 48_000

/** A file with sound without a pause and without a steady tone, which a browser would take for noise. */
export function humFile(seconds = 20): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'dialoogtafel-bench-'))
  const path = join(folder, 'hum.wav')
  writeWav(path, { rate: RATE, samples: hum(seconds, RATE) })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Samples of it. */
export function hum(seconds: number, rate: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) => {
    const t = i / rate
    const pitch = 2 * Math.PI * (180 * t + 8 * Math.sin(2 * Math.PI * 1.3 * t))
    const tones = Math.sin(pitch) + 0.6 * Math.sin(2 * pitch) + 0.4 * Math.sin(3 * pitch)
    return 0.18 * (1 + 0.4 * Math.sin(2 * Math.PI * 4.1 * t)) * tones
  })
}
