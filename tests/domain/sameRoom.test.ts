import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RULE } from '../../server/media/speech/intervals.ts'
import { createSameRoom, type SameRoom, type Sure } from '../../server/media/speech/sameRoom.ts'
import { BLOCK, BLOCK_MS, RATE, sliceLevels } from '../../server/media/speech/sound.ts'
import { atRate, readWav } from '../bench/wav.ts'
import { throughRoom } from '../support/air.ts'

const voice = (name: string) => atRate(readWav(`tests/support/voices/${name}.wav`), RATE)
const WORDS = voice('samen-zoeken')
const OTHER = voice('iedereen-gelijk')
const NAMES = ['samen-zoeken', 'iedereen-gelijk', 'kosten-en-tijd', 'eerlijk-zeggen', 'ruimte-geven']
/** Where somebody speaks in every one of these voices. */
const BEGINS_MS = 512

type Told = Sure & { who: string }

function goesOn(room: SameRoom, microphones: Record<string, Float32Array>, at: number) {
  const from = Math.round((at / 1000) * RATE)
  for (const [name, samples] of Object.entries(microphones))
    room.loud(name, at, sliceLevels(samples.slice(from, from + BLOCK)))
}

/** Microphones in one room, heard block by block; what each is credited with, told in parts as the ear does. */
function hears(microphones: Record<string, Float32Array>, untilMs = 4_100): Told[] {
  const room = createSameRoom()
  const told: Told[] = []
  const add = (who: string, sure: Sure | null) => void (sure && told.push({ who, ...sure }))
  let partMs = BEGINS_MS
  for (let at = 0; at < untilMs; at += BLOCK_MS) {
    goesOn(room, microphones, at)
    if (at + BLOCK_MS - partMs < RULE.partMs) continue
    for (const name of Object.keys(microphones)) add(name, room.spoke(name, partMs, at + BLOCK_MS))
    partMs = at + BLOCK_MS
  }
  for (const name of Object.keys(microphones)) add(name, room.ended(name))
  return told
}

const credited = (told: Told[], name: string) =>
  told
    .filter(({ who, of }) => who === name && of === null)
    .reduce((sum, one) => sum + one.endMs - one.startMs, 0)

test.each(NAMES)(
  '[S1] what comes in through the air is credited once, from its first second on: %s',
  (name) => {
    const words = voice(name)
    const told = hears({ ans: words, bram: throughRoom(words) }, 3_100)
    expect(credited(told, 'ans')).toBeGreaterThan(2_000)
    expect(credited(told, 'bram')).toBe(0)
    expect(told.filter(({ who }) => who === 'bram').every(({ of }) => of === 'ans')).toBe(true)
  },
)

test('[S1] two people with words of their own are both credited, all the time', () => {
  const told = hears({ ans: WORDS, bram: OTHER.map((sample) => sample * 0.2) })
  expect(told.filter(({ of }) => of !== null)).toEqual([])
  expect(credited(told, 'bram')).toBe(credited(told, 'ans'))
})

test('whoever nobody else was louder than is told at once', () => {
  const room = createSameRoom()
  for (let at = 0; at < 1_024; at += BLOCK_MS) goesOn(room, { ans: WORDS, bram: throughRoom(WORDS) }, at)
  expect(room.spoke('ans', BEGINS_MS, 1_024)).toEqual({ startMs: BEGINS_MS, endMs: 1_024, of: null })
  expect(room.spoke('bram', BEGINS_MS, 1_024)).toBeNull()
})

test('a third in the same room is known as well, and whoever left is no longer looked at', () => {
  const third = throughRoom(WORDS, { delayMs: 90, softerDb: 18 })
  const told = hears({ ans: WORDS, bram: throughRoom(WORDS), cees: third })
  expect(told.findLast(({ who }) => who === 'cees')?.of).toMatch(/^(ans|bram)$/)
  const room = createSameRoom()
  room.loud('ans', 0, [-20])
  room.left('ans')
  expect(room.spoke('bram', 0, 2_000)?.of).toBeNull()
})

test('[S8] a word too short to be sure of counts once it is over, also of a microphone that goes', () => {
  for (const over of ['ended', 'left'] as const) {
    const room = createSameRoom()
    for (let at = 0; at < 1_024; at += BLOCK_MS) goesOn(room, { ans: WORDS, bram: throughRoom(WORDS) }, at)
    expect(room.spoke('bram', BEGINS_MS, 1_024)).toBeNull()
    expect(room[over]('bram')).toEqual({ startMs: BEGINS_MS, endMs: 1_024, of: null })
    expect(room[over]('bram')).toBeNull()
  }
})

test('[S1] whatever others sound like meanwhile, each part of each stretch is told once and none is lost', () => {
  const stretch = fc.record({
    parts: fc.array(fc.integer({ min: 10, max: 700 }), { minLength: 1, maxLength: 6 }),
    pauseMs: fc.integer({ min: 100, max: 2_000 }),
  })
  const loudness = fc.array(fc.double({ min: -60, max: -5, noNaN: true }), { minLength: 400, maxLength: 400 })
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 5 }), loudness, (stretches, levels) => {
      const room = createSameRoom()
      room.loud('ans', 0, levels)
      room.loud(
        'bram',
        0,
        levels.map((level) => level - 20),
      )
      const told: Sure[] = []
      let at = 0
      let spokenMs = 0
      for (const { parts, pauseMs } of stretches) {
        for (const ms of parts) {
          const sure = room.spoke('bram', at, at + ms)
          if (sure) told.push(sure)
          at += ms
          spokenMs += ms
        }
        const rest = room.ended('bram')
        if (rest) told.push(rest)
        at += pauseMs
      }
      expect(told.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)).toBe(spokenMs)
      for (const [i, one] of told.entries())
        expect(one.startMs).toBeGreaterThanOrEqual(told[i - 1]?.endMs ?? 0)
    }),
  )
})
