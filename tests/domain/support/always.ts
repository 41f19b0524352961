import * as fc from 'fast-check'
import { vi } from 'vitest'
import { anySteps, run, type Stepped } from './random.ts'

/** Random sessions of seventeen people. A failure prints the seed and the shrunk steps; `DT_RUNS` makes the run longer. */
export const RUNS = { numRuns: Number(process.env.DT_RUNS ?? 300) }
vi.setConfig({ testTimeout: Math.max(120_000, RUNS.numRuns * 1_000) })

/** Check every step of a random session. */
export const always = (check: (stepped: Stepped) => void) =>
  fc.assert(
    fc.property(anySteps(60), (steps) => {
      for (const stepped of run(steps)) check(stepped)
    }),
    RUNS,
  )
