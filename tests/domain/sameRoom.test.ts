import { expect, test } from 'vitest'
import { creditOwn } from '../../server/media/speech/creditOwn.ts'
import { createSameRoom, type SameRoom } from '../../server/media/speech/sameRoom.ts'
import { BLOCK, BLOCK_MS, RATE, sliceLevels } from '../../server/media/speech/sound.ts'
import { atRate, readWav } from '../bench/wav.ts'
import { throughRoom } from '../support/air.ts'

const voice = (name: string) => atRate(readWav(`tests/support/voices/${name}.wav`), RATE)
const WORDS = voice('samen-zoeken')
const OTHER = voice('iedereen-gelijk')

/** As the ear tells a stretch that goes on. */
const PART_MS = 16 * BLOCK_MS
const SPEAKS = { kind: 'speaking', speaking: true, atMs: 0 } as const

interface Microphone {
  name: string
  samples: Float32Array
  /** How much of it is a stretch of speech, from its beginning. */
  ms: number
}

/** Microphones in one room, heard block by block; what is told of each, and after how long. */
function hears(microphones: Microphone[], room: SameRoom = createSameRoom()): string[] {
  const told: string[] = []
  let at = 0
  const heard = microphones.map(({ name }) =>
    creditOwn(name, room, (one) => {
      if (one.kind === 'throughAir') told.push(`${name} hears ${one.of}`)
      if (one.kind === 'speaking') told.push(`${name} ${one.speaking ? 'speaks' : 'is quiet'}`)
      if (one.kind === 'spoke') told.push(`${at} ${name} ${one.startMs}-${one.endMs}`)
    }),
  )
  for (const hear of heard) hear(SPEAKS)
  for (; at < Math.max(...microphones.map(({ ms }) => ms));) {
    const from = Math.round((at / 1000) * RATE)
    for (const { name, samples } of microphones)
      room.loud(name, at, sliceLevels(samples.slice(from, from + BLOCK)))
    at += BLOCK_MS
    for (const [i, { ms }] of microphones.entries()) {
      if (at <= ms && at % PART_MS === 0) heard[i]?.({ kind: 'spoke', startMs: at - PART_MS, endMs: at })
      if (at === ms) heard[i]?.({ kind: 'speaking', speaking: false, atMs: at })
    }
  }
  return told
}

const credited = (told: string[], name: string): number =>
  told.reduce((sum, one) => {
    const [, who, from, to] = /^\d+ (\w+) (\d+)-(\d+)$/.exec(one) ?? []
    return who === name ? sum + Number(to) - Number(from) : sum
  }, 0)

const ALL_MS = 8 * PART_MS
const ans = { name: 'ans', samples: WORDS, ms: ALL_MS }

test('[S1] whoever hears the other through the air is not credited with a moment of it, and whoever said it with all, as it is said', () => {
  const told = hears([ans, { name: 'bram', samples: throughRoom(WORDS), ms: ALL_MS }])
  expect([credited(told, 'ans'), credited(told, 'bram')]).toEqual([ALL_MS, 0])
  expect(told).toContain('bram hears ans')
  expect(told.filter((one) => / ans \d/.test(one))).toHaveLength(8)
})

test('that somebody speaks is told at once, whoever it is', () => {
  const told = hears([ans, { name: 'bram', samples: throughRoom(WORDS), ms: ALL_MS }])
  expect(told.slice(0, 2)).toEqual(['ans speaks', 'bram speaks'])
})

test('[S1] two people with words of their own are both credited with all of it, the softer one after two seconds', () => {
  const soft = OTHER.map((sample) => sample * 0.2)
  const told = hears([ans, { name: 'bram', samples: soft, ms: ALL_MS }])
  expect([credited(told, 'ans'), credited(told, 'bram')]).toEqual([ALL_MS, ALL_MS])
  expect(told.find((one) => / bram \d/.test(one))).toBe('2048 bram 0-2048')
  expect(told.filter((one) => one.includes('hears'))).toEqual([])
})

test('[S1] a soft word beside somebody who talks on is credited as soon as it is over', () => {
  const soft = OTHER.map((sample) => sample * 0.2)
  const told = hears([ans, { name: 'bram', samples: soft, ms: PART_MS }])
  expect(told.filter((one) => one.includes('bram'))).toEqual([
    'bram speaks',
    '512 bram 0-512',
    'bram is quiet',
  ])
})

test('where nobody else sounds nothing waits', () => {
  const told = hears([ans])
  expect(told.filter((one) => / ans \d/.test(one))[0]).toBe('512 ans 0-512')
})

test('a third in the same room is known as well, and whoever left is no longer looked at', () => {
  const third = throughRoom(WORDS, { delayMs: 90, softerDb: 18 })
  const told = hears([
    ans,
    { name: 'bram', samples: throughRoom(WORDS), ms: ALL_MS },
    { name: 'cees', samples: third, ms: ALL_MS },
  ])
  expect(told.filter((one) => /cees hears (ans|bram)/.test(one)).length).toBeGreaterThan(3)
  expect(credited(told, 'cees')).toBe(0)
  const room = createSameRoom()
  room.loud('ans', 0, [-20])
  room.left('ans')
  expect(room.saidBy('bram', 0, 2_000)).toEqual({ of: null, isSure: true })
})
