import { createEar } from '../../server/media/speech/ear.ts'
import { RULE } from '../../server/media/speech/intervals.ts'
import { loadSilero, type Voice as Detector } from '../../server/media/speech/silero.ts'
import { BLOCK, BLOCK_MS, RATE } from '../../server/media/speech/sound.ts'
import type { Condition } from './conditions.ts'
import { errorPercent, joined, round } from './score.ts'
import type { Interval, Voice } from './voices.ts'
import { atRate } from './wav.ts'

export interface DetectorReport {
  name: string
  /** CPU per second of sound. */
  cpuMsPerSecond: number
  errors: { condition: string; errorPercent: number }[]
}

/** The energy gate's word is taken for it. */
const gateAlone = (): Detector => ({ chance: async () => 1, reset: () => undefined })

/** Voiced speech repeats itself: the best correlation of a block with itself, 2.5 to 15 ms later (67 to 400 Hz). */
const periodicity = (): Detector => ({
  async chance(block) {
    let best = 0
    for (let lag = Math.round(RATE * 0.0025); lag <= RATE * 0.015; lag++) {
      let [both, one, other] = [0, 1e-9, 1e-9]
      for (let i = lag; i < BLOCK; i++) {
        const [now, then] = [block[i] ?? 0, block[i - lag] ?? 0]
        both += now * then
        one += now * now
        other += then * then
      }
      best = Math.max(best, both / Math.sqrt(one * other))
    }
    return best
  },
  reset: () => undefined,
})

async function hear(detector: Detector, voice: Voice): Promise<Interval[]> {
  const found: Interval[] = []
  const ear = createEar(detector, (heard) => {
    if (heard.kind === 'spoke') found.push([heard.startMs, heard.endMs])
  })
  const samples = atRate(voice, RATE)
  for (let at = 0; at + BLOCK <= samples.length; at += BLOCK) {
    const block = Int16Array.from(samples.subarray(at, at + BLOCK), (sample) => Math.round(sample * 32_767))
    await ear.hear(block, (at / BLOCK) * BLOCK_MS + BLOCK_MS, 0)
  }
  await ear.close((samples.length / RATE) * 1000)
  return joined(found)
}

/** Silero behind the gate, the gate alone, and periodicity behind the gate, on the same sound. What befalls a connection is left out. */
export async function compareDetectors(all: readonly Condition[]): Promise<DetectorReport[]> {
  const silero = await loadSilero()
  const makers = {
    'gate + Silero': () => silero.voice(),
    'gate alone': gateAlone,
    'gate + periodicity': periodicity,
  }
  const conditions = all.filter(({ parts }) => parts.every(({ befalls }) => befalls === undefined))
  const reports: DetectorReport[] = []
  for (const [name, make] of Object.entries(makers)) {
    const before = process.cpuUsage()
    let seconds = 0
    const errors: DetectorReport['errors'] = []
    for (const { name: condition, parts } of conditions) {
      let worst = 0
      for (const { voice } of parts) {
        const length = voice.samples.length / voice.rate
        const truth = joined(voice.speech, RULE.bridgeMs)
        worst = Math.max(worst, errorPercent(await hear(make(), voice), truth, length * 1000))
        seconds += length
      }
      errors.push({ condition, errorPercent: round(worst) })
    }
    const { user, system } = process.cpuUsage(before)
    reports.push({ name, cpuMsPerSecond: round((user + system) / 1000 / seconds), errors })
  }
  return reports
}
