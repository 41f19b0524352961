import { check } from './checker.ts'
import { gatherAt, type Crowd, type CrowdInput } from './crowd.ts'
import { openWorld, type World } from './world.ts'

/** What every row of the matrix is given. */
export interface RowInput {
  /** Connection string of a PostgreSQL of its own. */
  postgres: string
  /** The same numbers for the same seed. */
  chance(below: number): number
  rounds: number
  people: number
  nodes: number
  redis?: string
  tell(line: string): void
}

/** One line of the table: what was asked, and what was found. */
export interface Found {
  what: string
  target: string
  measured: string
  met: boolean
}

export type Row = (input: RowInput) => Promise<Found[]>

const PEOPLE_AT_TABLE = 8

/** A world with a crowd in it, that goes again whatever comes of the work. `settings`: what the apps are told beside the usual. */
export async function inWorld<T>(
  input: RowInput,
  crowdInput: Partial<CrowdInput>,
  work: (world: World, crowd: Crowd) => Promise<T>,
  settings: Record<string, string> = {},
): Promise<T> {
  const { postgres, chance, nodes, redis, people } = input
  const world = await openWorld({ postgres, chance, nodes, redis, settings })
  let crowd: Crowd | null = null
  try {
    const tables = Math.max(2, Math.ceil(people / PEOPLE_AT_TABLE))
    crowd = await gatherAt(world, { people, tables, ...crowdInput })
    return await work(world, crowd)
  } finally {
    crowd?.close()
    await world.close()
  }
}

/** Once all is quiet: nothing is wrong, or what is. */
export async function sound(world: World, crowd: Crowd): Promise<Found> {
  const wrong = await check(world, crowd)
  return {
    what: 'kept, once, without a gap, the same everywhere, nothing at another table',
    target: 'nothing wrong',
    measured: wrong.length === 0 ? 'nothing wrong' : wrong.slice(0, 5).join('; '),
    met: wrong.length === 0,
  }
}

export const atMost = (what: string, most: number, found: number, unit: string): Found => ({
  what,
  target: most === 0 ? `0 ${unit}` : `at most ${most} ${unit}`,
  measured: `${Math.round(found)} ${unit}`,
  met: found <= most,
})

/** Of these, so many in a hundred are no more than the answer; NaN of nothing. */
export function percentile(all: readonly number[], percent: number): number {
  const sorted = all.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN
}
