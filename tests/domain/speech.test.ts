import { describe, expect, test } from 'vitest'
import { edgeLevel, follow, isLoud, isNoisy, nobodySpoke, openGate } from '../../server/media/speech/gate.ts'
import { cut, listen, nothingHeard, RULE, type Heard } from '../../server/media/speech/intervals.ts'
import { BLOCK_MS, levelOf, SLICE_MS, SLICES } from '../../server/media/speech/sound.ts'
import { newTimeline, place } from '../../server/media/speech/timeline.ts'

/** A script of stretches, block by block: chance of speech and level in dB. */
type Part = { ms: number; chance: number; level: number }
const speech = (ms: number, level = -25): Part => ({ ms, chance: 0.9, level })
const silence = (ms: number): Part => ({ ms, chance: 0, level: -90 })
const noise = (ms: number, level = -30): Part => ({ ms, chance: 0.05, level })
/** The detector still says "speech" although the sound is over. */
const lateEnd = (ms: number): Part => ({ ms, chance: 0.6, level: -90 })

const hear = (...parts: Part[]) => hearIn(false, ...parts)

/** The same with or without other sound that hides where a voice begins and ends. */
function hearIn(noisy: boolean, ...parts: Part[]) {
  let hearing = nothingHeard
  let at = 0
  const heard: (Heard & { afterMs: number })[] = []
  for (const part of parts) {
    for (let i = 0; i < Math.round(part.ms / BLOCK_MS); i++) {
      const levels = Array<number>(SLICES).fill(part.level)
      const step = listen(hearing, {
        fromMs: at,
        chance: part.chance,
        levels,
        edge: (peak) => Math.max(-60, peak - 40),
        noisy: () => noisy,
      })
      hearing = step.hearing
      at += BLOCK_MS
      heard.push(...step.heard.map((one) => ({ ...one, afterMs: at })))
    }
  }
  const end = cut(hearing, at)
  heard.push(...end.heard.map((one) => ({ ...one, afterMs: at })))
  return heard
}
const blocks = (ms: number) => Math.round(ms / BLOCK_MS) * BLOCK_MS
/** Parts that follow on each other are one stretch. */
function stretches(heard: Heard[]): [number, number][] {
  const found: [number, number][] = []
  for (const one of heard) {
    if (one.kind !== 'spoke') continue
    const last = found.at(-1)
    if (last && last[1] === one.startMs) last[1] = one.endMs
    else found.push([one.startMs, one.endMs])
  }
  return found
}

describe('[S1] what counts as speech', () => {
  test('a stretch begins and ends where its sound does', () => {
    expect(stretches(hear(silence(992), speech(1984), silence(992)))).toEqual([[992, 2976]])
  })

  test('a detector that is late at the end adds nothing', () => {
    expect(stretches(hear(silence(992), speech(1984), lateEnd(96), silence(992)))).toEqual([[992, 2976]])
  })

  test('a soft beginning that the detector missed is taken in, up to the look-back', () => {
    const soft = noise(96, -45)
    expect(stretches(hear(silence(992), soft, speech(992), silence(992)))).toEqual([[992, 992 + 96 + 992]])
    const [start] = stretches(hear(silence(96), noise(1984), speech(992), silence(992)))[0] ?? [0]
    expect(2080 - start).toBeLessThanOrEqual(RULE.lookBackMs)
  })

  test('the hiss before a voice that grows loud is no soft beginning of it', () => {
    const grows = [speech(32, -30), speech(1952, -10)]
    const hiss = noise(992, -55)
    expect(stretches(hear(hiss, ...grows, silence(992)))).toEqual([[992, 2976]])
  })

  test('silence, noise without speech, and a click count for nobody', () => {
    expect(hear(silence(4000))).toEqual([])
    expect(hear(noise(4000))).toEqual([])
    expect(hear(silence(992), speech(64), silence(992), speech(32), silence(992))).toEqual([])
  })

  test('a short word counts', () => {
    expect(stretches(hear(silence(992), speech(192), silence(992)))).toEqual([[992, 1184]])
  })

  test('a pause up to the bridge belongs to the speech around it, a longer one to nobody', () => {
    const short = blocks(RULE.bridgeMs) - BLOCK_MS
    const long = blocks(RULE.bridgeMs) + BLOCK_MS
    expect(stretches(hear(speech(992), silence(short), speech(992), silence(992)))).toEqual([
      [0, 1984 + short],
    ])
    expect(stretches(hear(speech(992), silence(long), speech(992), silence(992)))).toEqual([
      [0, 992],
      [992 + long, 1984 + long],
    ])
  })

  test('a pause hardly longer than the bridge is not bridged', () => {
    const pause = blocks(RULE.bridgeMs)
    expect(pause - RULE.bridgeMs).toBeLessThan(SLICE_MS)
    expect(stretches(hear(speech(992), silence(pause), speech(992), silence(992)))).toHaveLength(2)
  })

  test('in noise the level tells no edges: the detector does, and how late it is is known', () => {
    const late = { ms: RULE.noisyLateMs, chance: 0.8, level: -30 }
    const found = stretches(hearIn(true, noise(992), speech(1984), late, noise(992)))
    expect(found).toHaveLength(1)
    expect(Math.abs((found[0]?.[0] ?? 0) - (992 - RULE.noisyLookBackMs))).toBeLessThan(SLICE_MS)
    expect(Math.abs((found[0]?.[1] ?? 0) - 2976)).toBeLessThan(SLICE_MS)
  })

  test('where noise goes on after a word, a detector in two minds adds nothing', () => {
    const late = { ms: RULE.noisyLateMs, chance: 0.8, level: -30 }
    const unsure = { ms: 96, chance: 0.5, level: -30 }
    const found = stretches(hearIn(true, noise(992), speech(1984), late, unsure, noise(992)))
    expect(Math.abs((found[0]?.[1] ?? 0) - 2976)).toBeLessThan(SLICE_MS)
  })

  test('noise fills no pause between two sentences', () => {
    const found = stretches(hearIn(true, speech(1984), noise(384), speech(1984), noise(992)))
    expect(found).toHaveLength(2)
  })

  test('nothing is counted twice: stretches never overlap, whatever comes', () => {
    const found = stretches(hear(speech(320), noise(480), speech(320), noise(480), speech(640), silence(992)))
    for (const [i, [start]] of found.entries()) {
      if (i > 0) expect(start).toBeGreaterThanOrEqual(found[i - 1]?.[1] ?? 0)
    }
  })
})

describe('when it is told', () => {
  test('a long stretch is told in parts at least every second, and the parts touch', () => {
    const heard = hear(silence(992), speech(10_016), silence(992)).filter((one) => one.kind === 'spoke')
    expect(heard.length).toBeGreaterThanOrEqual(10)
    for (const [i, one] of heard.entries()) {
      const earlier = heard[i - 1]
      if (earlier?.kind === 'spoke' && one.kind === 'spoke') expect(one.startMs).toBe(earlier.endMs)
      if (earlier) expect(one.afterMs - earlier.afterMs).toBeLessThan(1_000)
    }
  })

  test('"is talking" is told within 300 ms of the beginning and of the end', () => {
    const [on, off] = hear(silence(992), speech(1984), silence(1984)).filter((one) => one.kind === 'speaking')
    expect(on).toMatchObject({ speaking: true })
    expect((on?.afterMs ?? Infinity) - 992).toBeLessThan(300)
    expect(off).toMatchObject({ speaking: false })
    expect((off?.afterMs ?? Infinity) - 2976).toBeLessThan(300)
  })

  test('a microphone that goes off ends the stretch there', () => {
    const heard = hear(silence(992), speech(992))
    expect(stretches(heard)).toEqual([[992, 1984]])
    expect(heard.findLast((one) => one.kind === 'speaking')).toMatchObject({ speaking: false })
  })
})

describe('the energy gate', () => {
  const after = (level: number, ms: number, gate = openGate) => {
    for (let at = 0; at < ms; at += BLOCK_MS) gate = follow(gate, level)
    return gate
  }

  test('digital silence is never loud', () => expect(isLoud(after(-100, 5000), -100)).toBe(false))
  test('a voice at -40 dB is loud in a quiet room from its first block on', () => {
    expect(isLoud(openGate, -40)).toBe(true)
  })
  test('a fan that goes on is not loud after a few seconds; a voice 10 dB above it is', () => {
    const gate = after(-45, 5000)
    expect(isLoud(gate, -45)).toBe(false)
    expect(isLoud(gate, -35)).toBe(true)
    expect(edgeLevel(gate, -30)).toBeGreaterThan(-45)
  })
  test('the floor comes down again within seconds when the fan stops', () => {
    expect(isLoud(after(-90, 4000, after(-40, 5000)), -45)).toBe(true)
  })
  test('music between the words is not taken for the tail of a word, and one loud moment changes nothing', () => {
    let gate = after(-50, 5000)
    for (const level of [-42, -36, -38, -20, -37, -40]) gate = nobodySpoke(gate, level)
    expect(edgeLevel(gate, -22)).toBeGreaterThan(-35)
    expect(edgeLevel(gate, -22)).toBeLessThan(-30)
  })
  test('the soft end of a quiet voice is loud enough', () => {
    expect(isLoud(after(-90, 5000), -66)).toBe(true)
  })
  test('the soft end of a quiet voice is its own: as far below its peak as that of a loud one', () => {
    const gate = after(-90, 5000)
    expect(edgeLevel(gate, -30)).toBe(-70)
    expect(edgeLevel(gate, -10)).toBe(-50)
  })
  test('a keyboard hides the edges of a voice, and so does a fan, unless it is far softer', () => {
    let keyboard = after(-80, 5000)
    for (const level of [-40, -75, -38, -41, -78, -39]) keyboard = nobodySpoke(keyboard, level)
    expect(isNoisy(keyboard, -15)).toBe(true)
    let fan = after(-38, 5000)
    for (const level of [-38, -37, -38, -39, -38]) fan = nobodySpoke(fan, level)
    expect(isNoisy(fan, -15)).toBe(true)
    expect(isNoisy(fan, -5)).toBe(false)
  })
  test('levels are dB below full scale', () => {
    expect(levelOf(new Float32Array(512).fill(0.1))).toBeCloseTo(-20, 3)
    expect(levelOf(new Float32Array(512))).toBe(-100)
  })
})

describe('the audio timeline', () => {
  const FRAME = 512
  /** Frames with these arrival delays (ms); gives where each was placed against where it belongs. */
  function errors(delays: number[], missing: (frame: number) => number = () => 0): number[] {
    let timeline = newTimeline
    return delays.map((delay, i) => {
      const belongs = i * BLOCK_MS + missing(i)
      const placed = place(timeline, FRAME, belongs + BLOCK_MS + delay)
      timeline = placed.timeline
      return Math.round(placed.at - belongs)
    })
  }

  test('late arrival does not move sound: only the least delay counts', () => {
    const jitter = Array.from({ length: 200 }, (_, i) => (i % 7) * 9)
    expect(
      errors(jitter)
        .slice(1)
        .every((error) => error === 0),
    ).toBe(true)
  })
  test('a busy second of our own process moves nothing', () => {
    const stall = Array.from({ length: 100 }, (_, i) => (i >= 40 && i < 70 ? (70 - i) * BLOCK_MS : 0))
    expect(errors(stall).every((error) => error === 0)).toBe(true)
  })
  test('a little that is missing moves what follows, and tears nothing', () => {
    let timeline = newTimeline
    for (let i = 0; i < 100; i++) {
      const lost = i >= 50 ? 60 : 0
      const placed = place(timeline, FRAME, i * BLOCK_MS + lost + BLOCK_MS)
      timeline = placed.timeline
      expect(placed.gap).toBe(false)
      if (i >= 80) expect(Math.round(placed.at - i * BLOCK_MS)).toBe(60)
    }
  })
  test('sound that is missing is found out, and what follows is placed right again', () => {
    const found = errors(Array<number>(200).fill(0), (frame) => (frame >= 50 ? 2_000 : 0))
    expect(found.slice(0, 50).every((error) => error === 0)).toBe(true)
    expect(found.slice(90).every((error) => error === 0)).toBe(true)
  })
})
