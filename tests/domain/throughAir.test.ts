import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BLOCK, RATE, sliceLevels } from '../../server/media/speech/sound.ts'
import { heardThroughAir, type Levels } from '../../server/media/speech/throughAir.ts'
import { atRate, readWav } from '../bench/wav.ts'
import { throughRoom } from '../support/air.ts'

const FOLDER = 'tests/support/voices'
const VOICES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.wav'))
  .map((file) => ({ file, samples: atRate(readWav(`${FOLDER}/${file}`), RATE) }))

const WINDOW = 2 * RATE
/** Two seconds of a voice, from where it speaks. */
const part = (samples: Float32Array, fromMs = 500) =>
  samples.slice((fromMs / 1000) * RATE, (fromMs / 1000) * RATE + WINDOW)

function levelsOf(samples: Float32Array, fromMs = 0): Levels {
  const levels: number[] = []
  for (let at = 0; at + BLOCK <= samples.length; at += BLOCK)
    levels.push(...sliceLevels(samples.slice(at, at + BLOCK)))
  return { fromMs, levels }
}

describe('two devices in one room', () => {
  test('the voices are there', () => expect(VOICES.length).toBeGreaterThan(5))

  test.each(VOICES)('what is said into one is known when it comes in at the other: $file', ({ samples }) => {
    for (const delayMs of [10, 60, 180]) {
      const echo = part(throughRoom(samples, { delayMs }))
      expect([delayMs, heardThroughAir(levelsOf(echo), levelsOf(part(samples)))]).toEqual([delayMs, true])
    }
  })

  test('the one who spoke is not taken for the echo of the other', () => {
    for (const { file, samples } of VOICES) {
      const echo = part(throughRoom(samples))
      expect([file, heardThroughAir(levelsOf(part(samples)), levelsOf(echo))]).toEqual([file, false])
    }
  })

  test('[S1] two people who talk at once both count, however soft one of them is', () => {
    for (const one of VOICES) {
      for (const other of VOICES.filter(({ file }) => file !== one.file)) {
        const soft = part(one.samples).map((sample) => sample * 0.2)
        const taken = heardThroughAir(levelsOf(soft), levelsOf(part(other.samples)))
        expect([one.file, other.file, taken]).toEqual([one.file, other.file, false])
      }
    }
  })

  test('who talks over what comes through the air counts', () => {
    const [one, other] = VOICES
    const mixed = part(throughRoom(one?.samples ?? new Float32Array()))
    const own = part(other?.samples ?? new Float32Array())
    const both = mixed.map((sample, i) => sample + 0.3 * (own[i] ?? 0))
    expect(heardThroughAir(levelsOf(both), levelsOf(part(one?.samples ?? own)))).toBe(false)
  })

  test('[S8] of a moment too short, or of which the other was not heard, nothing is decided', () => {
    const [one] = VOICES
    const samples = part(one?.samples ?? new Float32Array())
    const echo = part(throughRoom(one?.samples ?? new Float32Array()))
    const short = { ...levelsOf(echo), levels: levelsOf(echo).levels.slice(0, 60) }
    expect(heardThroughAir(short, levelsOf(samples))).toBe(false)
    expect(heardThroughAir(levelsOf(echo), levelsOf(samples, -5_000))).toBe(false)
  })
})
