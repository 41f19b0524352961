import { describe, expect, test } from 'vitest'
import { createEar } from '../../server/media/speech/ear.ts'
import type { Heard } from '../../server/media/speech/intervals.ts'
import { BLOCK, BLOCK_MS, RATE } from '../../server/media/speech/sound.ts'

/** Takes all sound for speech: what is asked here is where it is put, not what it is. */
const believing = { chance: async () => 1, reset: () => undefined }

type Event = { atMs: number; do: (ear: ReturnType<typeof createEar>) => void }

/** A tone from `fromMs` to `toMs` in `lengthMs` of silence, heard with `waitedMs` (by time) on the way, and events in between. */
async function hears(
  [fromMs, toMs]: [number, number],
  lengthMs: number,
  waitedMs: (at: number) => number,
  events: Event[] = [],
): Promise<[number, number][]> {
  const found: [number, number][] = []
  const ear = createEar(believing, (heard: Heard) => {
    if (heard.kind !== 'spoke') return
    const last = found.at(-1)
    if (last && heard.startMs <= last[1] + 1) last[1] = heard.endMs
    else found.push([heard.startMs, heard.endMs])
  })
  const coming = [...events]
  for (let at = 0; at < lengthMs; at += BLOCK_MS) {
    while (coming[0] && coming[0].atMs <= at) coming.shift()?.do(ear)
    const samples = Int16Array.from({ length: BLOCK }, (_, i) => {
      const time = at + (i / RATE) * 1000
      return time >= fromMs && time < toMs ? Math.round(Math.sin(i / 3) * 8_000) : 0
    })
    await ear.hear(samples, at + BLOCK_MS, waitedMs(at))
  }
  await ear.close(lengthMs)
  return found
}

const near = (value: number | undefined, wanted: number, ms = 20) =>
  expect(Math.abs((value ?? Infinity) - wanted)).toBeLessThan(ms)

describe('[S1] sound belongs where it was made, not where it came in', () => {
  test('what waited on the way is put so much earlier, whole', async () => {
    const [only, ...more] = await hears([1_000, 3_000], 4_000, () => 180)
    expect(more).toEqual([])
    near(only?.[0], 820)
    near(only?.[1], 2_820)
  })

  test('a wait that grows in mid-sentence moves its end as well, and tears nothing', async () => {
    const [only, ...more] = await hears([1_000, 4_000], 5_000, (at) => (at < 2_000 ? 40 : 240))
    expect(more).toEqual([])
    near(only?.[0], 960)
    near(only?.[1], 3_760)
  })
})

describe('[S8] a listener that comes to its work late', () => {
  test('decides without waiting for other voices, until it has caught up', async () => {
    const hurried: boolean[] = []
    const chance = async (_block: Float32Array, behind = false) => hurried.push(behind)
    const ear = createEar({ chance, reset: () => undefined }, () => undefined)
    const tone = Int16Array.from({ length: BLOCK }, (_, i) => Math.round(Math.sin(i / 3) * 8_000))
    await Promise.all([1, 2, 3].map((piece) => ear.hear(tone, piece * BLOCK_MS, 0)))
    expect(hurried).toEqual([true, true, false])
  })
})

describe('[S1] a machine that was too busy to fetch sound for a moment', () => {
  test('what came meanwhile has waited, and the sentence goes on where it was', async () => {
    const found: [number, number][] = []
    const ear = createEar(believing, (heard) => {
      if (heard.kind !== 'spoke') return
      const last = found.at(-1)
      if (last && heard.startMs <= last[1] + 1) last[1] = heard.endMs
      else found.push([heard.startMs, heard.endMs])
    })
    const tone = Int16Array.from({ length: BLOCK }, (_, i) => Math.round(Math.sin(i / 3) * 8_000))
    for (let at = 0; at < 4_000; at += BLOCK_MS) {
      const late = at >= 1_500 ? 300 : 0
      await ear.hear(at < 3_000 ? tone : new Int16Array(BLOCK), at + BLOCK_MS + late, late)
    }
    await ear.close(4_300)
    expect(found).toHaveLength(1)
    near(found[0]?.[0], 0)
    near(found[0]?.[1], 3_000, 60)
  })
})

describe('[S1] sound that was held up, with what the jitter buffer made up meanwhile', () => {
  const tone = Int16Array.from({ length: BLOCK }, (_, i) => Math.round(Math.sin(i / 3) * 8_000))
  const nothing = new Int16Array(BLOCK)

  /** A sentence of 3 s, in the middle of which the buffer makes up 640 ms; `then` is how long what comes after has waited. */
  async function heldUp(then: (sinceMs: number) => number): Promise<[number, number][]> {
    const found: [number, number][] = []
    const ear = createEar(believing, (heard) => {
      if (heard.kind !== 'spoke') return
      const last = found.at(-1)
      if (last && heard.startMs <= last[1] + 1) last[1] = heard.endMs
      else found.push([heard.startMs, heard.endMs])
    })
    for (let at = 0; at < 5_000; at += BLOCK_MS) {
      const madeUp = at >= 1_504 && at < 2_144
      const waited = at < 1_504 ? 0 : madeUp ? at - 1_504 + BLOCK_MS : then(at - 2_144)
      const spoken = !madeUp && at - waited < 3_000
      await ear.hear(spoken ? tone : nothing, at + BLOCK_MS, waited, madeUp)
    }
    await ear.close(5_000)
    return found
  }

  test('takes no time: the sentence goes on where it was', async () => {
    const found = await heldUp(() => 640)
    expect(found).toHaveLength(1)
    near(found[0]?.[0], 0)
    near(found[0]?.[1], 3_000, 40)
  })

  test('and what is played faster to catch up is as long as it was', async () => {
    const found = await heldUp((sinceMs) => Math.max(0, 640 - sinceMs / 2))
    expect(found).toHaveLength(1)
    near(found[0]?.[1], 3_000, 40)
  })
})

describe('[S1] a microphone that goes off', () => {
  test('what was said before still counts, although it comes in after the word of it', async () => {
    const mute = { atMs: 2_000, do: (ear: ReturnType<typeof createEar>) => ear.mute(2_000) }
    const [only, ...more] = await hears([1_000, 3_500], 4_000, () => 150, [mute])
    expect(more).toEqual([])
    near(only?.[0], 850)
    near(only?.[1], 2_000)
  })

  test('and what is said while it is off does not; once it is on again speech counts from its first sound', async () => {
    const events = [
      { atMs: 2_000, do: (ear: ReturnType<typeof createEar>) => ear.mute(2_000) },
      { atMs: 3_000, do: (ear: ReturnType<typeof createEar>) => ear.unmute(3_000) },
    ]
    const found = await hears([1_000, 5_000], 6_000, () => 150, events)
    expect(found).toHaveLength(2)
    near(found[0]?.[1], 2_000)
    // What is on its way when the word comes was sent with the microphone on: before, the SFU sends nothing.
    near(found[1]?.[0], 2_850, 40)
    near(found[1]?.[1], 4_850)
  })
})
