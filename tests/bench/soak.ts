import { setTimeout as pause } from 'node:timers/promises'
import { leads } from '../../shared/dialogue/places.ts'
import type { FloorMode } from '../../shared/dialogue/model.ts'
import { until } from '../support/until.ts'
import { startProduct, type Product } from '../support/product.ts'
import { come, say, stateOf, type Leader } from './leaders.ts'
import { growthOf, PARTS, sampleOf, type Growth, type Sample } from './memory.ts'

export interface SoakReport {
  minutes: number
  /** Turns that were begun, at all tables together: proof that the floor changed hands. */
  turns: number
  samples: Sample[]
  growth: Growth[]
}

const VOICES = 8
const SAMPLE_MS = 30_000
const GIVE_MS = 1_000
/** A line every five minutes. */
const TOLD_EVERY = 10

/**
 * The product as anybody starts it, with eight simulated voices at the tables: half of the time in free talk, half in turns that
 * change hands every few seconds. Tells what each process holds in memory, and whether that goes on growing.
 */
export async function soak(minutes: number, tell: (line: string) => void): Promise<SoakReport> {
  const product = await startProduct('--with-voices', String(VOICES))
  const leaders: Leader[] = []
  let turns = 0
  try {
    const organiser = await come(product.links.organiser, (frame) => {
      if (frame.kind === 'event' && frame.recorded.event.type === 'TurnStarted') turns++
    })
    leaders.push(organiser)
    for (const link of product.links.facilitator) leaders.push(await come(link))
    await say(organiser, 'announceSplit', { ms: 1_000 })
    await until('everybody is at the tables', () => stateOf(organiser).phase.name === 'tables', 20_000)
    const samples: Sample[] = []
    await setMode(leaders, 'free')
    await watch(product, samples, minutes * 30_000, tell)
    await setMode(leaders, 'firstCome')
    const giving = setInterval(() => leaders.forEach(giveFloor), GIVE_MS)
    await watch(product, samples, minutes * 60_000, tell).finally(() => clearInterval(giving))
    return { minutes, turns, samples, growth: growthOf(samples) }
  } finally {
    for (const { session } of leaders) session.close()
    await product.stop()
  }
}

export function printSoak({ minutes, turns, growth }: SoakReport): void {
  console.log(`\n${minutes} minutes, ${turns} turns. The last two thirds:`)
  console.log('             first MB    last MB   MB/min')
  for (const { part, first, last, slope } of growth)
    console.log(
      `${part.padEnd(9)}${first.toFixed(1).padStart(12)}${last.toFixed(1).padStart(11)}${slope.toFixed(3).padStart(9)}`,
    )
}

async function setMode(leaders: readonly Leader[], mode: FloorMode): Promise<void> {
  for (const leader of leaders) {
    const state = stateOf(leader)
    for (const table of state.tableOrder)
      if (leads(state, leader.person, table)) await say(leader, 'setMode', { room: table, mode })
  }
}

/** A table whose leader is there waits for them to give the floor. */
function giveFloor(leader: Leader): void {
  const state = stateOf(leader)
  for (const table of state.tableOrder) {
    const floor = state.floors[table]
    if (floor && !floor.turn && floor.queue.length > 0 && leads(state, leader.person, table))
      void leader.session.send('nextTurn', { room: table })
  }
}

/** Adds a sample every half minute until `untilMs` after the first, and tells each tenth. */
async function watch(product: Product, samples: Sample[], untilMs: number, tell: (line: string) => void) {
  const beganAt = Date.now() - (samples.at(-1)?.minute ?? 0) * 60_000
  for (;;) {
    await pause(samples.length === 0 ? 0 : SAMPLE_MS)
    const sample = sampleOf(product, (Date.now() - beganAt) / 60_000)
    samples.push(sample)
    if (samples.length % TOLD_EVERY === 1) tell(lineOf(sample))
    if (sample.minute * 60_000 >= untilMs) return
  }
}

const lineOf = (sample: Sample) =>
  [
    `${sample.minute.toFixed(1).padStart(6)} min`,
    ...PARTS.map((part) => `${part} ${sample[part].toFixed(1)}`.padStart(16)),
  ].join('')
