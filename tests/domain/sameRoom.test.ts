import { expect, test } from 'vitest'
import { createSameRoom } from '../../server/media/speech/sameRoom.ts'
import { BLOCK, BLOCK_MS, RATE, sliceLevels } from '../../server/media/speech/sound.ts'
import { atRate, readWav } from '../bench/wav.ts'
import { throughRoom } from '../support/air.ts'

const voice = (name: string) => atRate(readWav(`tests/support/voices/${name}.wav`), RATE)
const WORDS = voice('samen-zoeken')
const OTHER = voice('iedereen-gelijk')

/** Microphones in one room, heard block by block; what each is credited with, told every second as the ear does. */
function hears(microphones: Record<string, Float32Array>, ms = 4_100): string[] {
  const room = createSameRoom()
  const credited: string[] = []
  for (let at = 0; at < ms; at += BLOCK_MS) {
    const from = Math.round((at / 1000) * RATE)
    for (const [name, samples] of Object.entries(microphones))
      room.loud(name, at, sliceLevels(samples.slice(from, from + BLOCK)))
    const second = Math.floor((at + BLOCK_MS) / 1000)
    if (second === Math.floor(at / 1000)) continue
    for (const name of Object.keys(microphones)) {
      const of = room.saidBy(name, (second - 1) * 1000, second * 1000)
      credited.push(of === null ? `${second} ${name}` : `${second} ${name} from ${of}`)
    }
  }
  return credited
}

test('[S1] whoever hears the other through the air is not credited with it, once that is sure', () => {
  const told = hears({ ans: WORDS, bram: throughRoom(WORDS) })
  expect(told.filter((one) => one.endsWith('ans') && !one.includes('from'))).toHaveLength(4)
  expect(told.slice(-4)).toEqual(['3 ans', '3 bram from ans', '4 ans', '4 bram from ans'])
})

test('[S1] two people with words of their own are both credited, all the time', () => {
  const told = hears({ ans: WORDS, bram: OTHER.map((sample) => sample * 0.2) })
  expect(told.filter((one) => one.includes('from'))).toEqual([])
})

test('a third in the same room is known as well, and whoever left is no longer looked at', () => {
  const third = throughRoom(WORDS, { delayMs: 90, softerDb: 18 })
  const told = hears({ ans: WORDS, bram: throughRoom(WORDS), cees: third })
  expect(told.at(-1)).toMatch(/^4 cees from (ans|bram)$/)
  const room = createSameRoom()
  room.loud('ans', 0, [-20])
  room.left('ans')
  expect(room.saidBy('bram', 0, 2_000)).toBeNull()
})
