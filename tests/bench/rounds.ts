import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../support/until.ts'
import { startProduct } from '../support/product.ts'
import { come, say, stateOf, type Leader } from './leaders.ts'
import { growthOf, sampleOf, type Growth, type Sample } from './memory.ts'

export interface RoundsReport {
  rounds: number
  voices: number
  samples: Sample[]
  growth: Growth[]
  /** What the listener held more than after the first round, MB: after the last one, and at most. While it is replaced there are two. */
  lastMb: number
  mostMb: number
}

/** As many as the product lets come. */
const VOICES = 12
const WARNED_MS = 1_000
/** Long enough for everybody to be heard at the table. */
const AT_TABLES_MS = 6_000
const BETWEEN_MS = 2_000
const PATIENCE_MS = 30_000

/**
 * A long evening: to the tables and back, again and again, with twelve simulated voices in one product. Each time there are new rooms,
 * and the listener joins them all. Tells what each process holds in memory after every round.
 */
export async function rounds(count: number, tell: (line: string) => void): Promise<RoundsReport> {
  const product = await startProduct('--with-voices', String(VOICES))
  let organiser: Leader | null = null
  try {
    organiser = await come(product.links.organiser)
    const samples: Sample[] = []
    const beganAt = Date.now()
    for (let round = 1; round <= count; round++) {
      await thereAndBack(organiser)
      const sample = sampleOf(product, (Date.now() - beganAt) / 60_000)
      samples.push(sample)
      tell(`${String(round).padStart(3)} rounds, listener ${sample.listener.toFixed(1)} MB`)
    }
    const held = samples.map(({ listener }) => listener)
    const [first = 0] = held
    const more = { lastMb: (held.at(-1) ?? 0) - first, mostMb: Math.max(...held) - first }
    return { rounds: count, voices: VOICES, samples, growth: growthOf(samples), ...more }
  } finally {
    organiser?.session.close()
    await product.stop()
  }
}

async function thereAndBack(organiser: Leader): Promise<void> {
  const isIn = (phase: string) => () => stateOf(organiser).phase.name === phase
  await say(organiser, 'announceSplit', { ms: WARNED_MS })
  await until('everybody is at the tables', isIn('tables'), PATIENCE_MS)
  await pause(AT_TABLES_MS)
  await say(organiser, 'announceRecall', { ms: WARNED_MS })
  await until('everybody is back', isIn('plenary'), PATIENCE_MS)
  await pause(BETWEEN_MS)
}

export function printRounds({ rounds: count, voices, lastMb, mostMb }: RoundsReport): void {
  const [last, most] = [lastMb.toFixed(1), mostMb.toFixed(1)]
  console.log(
    `${count} rounds with ${voices} voices: the listener holds ${last} MB more, ${most} MB at most.`,
  )
}
