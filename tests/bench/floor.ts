import { grantsInBrowsers } from './floorBrowsers.ts'
import { grantsToBots } from './floorBots.ts'
import { percentile, round } from './score.ts'

interface Spread {
  p50: number
  p95: number
  n: number
}

export interface FloorReport {
  /**
   * In the product, from the moment the server accepted the beginning of a turn (`at` of the stored event) until the first sound
   * that another person's browser plays.
   */
  grantToHeardMs: Spread
  /** The same without browsers, server and database: the SFU, its permission and two clients of the media library. */
  mediaOnlyMs: Spread
}

const TURNS = 20
const TURNS_IN_BROWSERS = 40

export async function floor(): Promise<FloorReport> {
  const mediaOnlyMs = spread(await grantsToBots(TURNS))
  const grantToHeardMs = spread(await grantsInBrowsers(TURNS_IN_BROWSERS))
  console.error(`SFU and media library alone: p50 ${mediaOnlyMs.p50} ms, p95 ${mediaOnlyMs.p95} ms.`)
  return { grantToHeardMs, mediaOnlyMs }
}

const spread = (took: readonly number[]): Spread => ({
  p50: round(percentile(took, 0.5)),
  p95: round(percentile(took, 0.95)),
  n: took.length,
})
