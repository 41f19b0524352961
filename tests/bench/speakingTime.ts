import { nothingBetween, withPauses } from '../../shared/dialogue/time/pauses.ts'
import type { Part } from './acts.ts'
import { conditions, type Condition, type Setting } from './conditions.ts'
import { compareDetectors } from './detectors.ts'
import { fullHouse, type FullHouseReport } from './fullHouse.ts'
import { boundaryErrors, errorPercent, joined, lengthOf, percentile, round } from './score.ts'
import { openStage, type Measured } from './stage.ts'
import { voicesIn } from './voices.ts'

export interface SpeakingTimeReport {
  conditions: Score[]
  /** With everybody there: see `fullHouse`. */
  listenerCores: number | null
  fullHouse: FullHouseReport | null
  /** The longest the clients stood still: above some 100 ms the machine was too busy, and the figures say little. */
  worstLagMs: number
  detectors: Awaited<ReturnType<typeof compareDetectors>>
  /** Each given voice as it was heard, and as it counts: with the pauses that are the speaker's. */
  voices?: { name: string; spokenMs: number; intervals: [number, number][]; heard: [number, number][] }[]
}

interface Score {
  name: string
  noisy: boolean
  /** Of the total, of the person with the largest; where nobody speaks, percent of the time. */
  errorPercent: number
  /** The same for what counts: both with the pauses that are the speaker's. */
  countedErrorPercent: number
  /** The furthest that any beginning or end of speech was off. */
  boundaryMs: number
  boundaryP50Ms: number
  boundaryP95Ms: number
  livekitErrorPercent: number
}

/** What counts of what was heard of one person alone. */
const counted = (heard: Measured['intervals']): Measured['intervals'] =>
  withPauses(
    heard.toSorted((a, b) => a[0] - b[0]).map(([startMs, endMs]) => ({ startMs, endMs })),
    nothingBetween,
  ).map(({ startMs, endMs }) => [startMs, endMs])

const rounded = (intervals: Measured['intervals']) =>
  intervals.map(([from, to]): [number, number] => [Math.round(from), Math.round(to)])

interface Played {
  part: Part
  measured: Measured
}

/** The largest among the people of a condition. */
function worst(played: readonly Played[], error: (one: Played) => number): number {
  return round(Math.max(0, ...played.map(error)))
}

function errorOf(intervals: Measured['intervals'], { part: { voice }, measured }: Played): number {
  const whole = (voice.samples.length / voice.rate) * 1000
  return errorPercent(intervals, measured.truth, whole)
}

function countedError({ part: { voice }, measured }: Played): number {
  const whole = (voice.samples.length / voice.rate) * 1000
  return errorPercent(counted(measured.intervals), counted(measured.truth), whole)
}

/** The SFU's figure at its best: raw, or with pauses up to a second bridged. */
function livekitError(one: Played): number {
  const raw = one.measured.livekit
  return Math.min(errorOf(raw, one), errorOf(joined(raw, 1_000), one))
}

function scored(name: string, noisy: boolean, played: readonly Played[]): Score {
  const edges = played.flatMap(({ measured }) => boundaryErrors(measured.intervals, measured.truth))
  return {
    name,
    noisy,
    errorPercent: worst(played, (one) => errorOf(one.measured.intervals, one)),
    countedErrorPercent: worst(played, countedError),
    boundaryMs: round(Math.max(0, ...edges), 0),
    boundaryP50Ms: round(percentile(edges, 0.5), 0),
    boundaryP95Ms: round(percentile(edges, 0.95), 0),
    livekitErrorPercent: worst(played, livekitError),
  }
}

/** Plays on a stage of its own. */
async function play(parts: readonly Part[], how: Parameters<typeof openStage>[0]) {
  const stage = await openStage(how)
  try {
    const measured = await stage.perform(parts)
    const played = parts.map((part, i): Played => {
      return { part, measured: measured[i] ?? { truth: [], intervals: [], livekit: [] } }
    })
    return { played, lag: stage.worstLagMs() }
  } finally {
    await stage.close()
  }
}

/** Asked for like a condition. */
const FULL_HOUSE = 'full-house'
/** A table talks with few at once; the voices of somebody else may all be wanted together. */
const AT_ONCE = 4
const GIVEN_AT_ONCE = 12

async function playAll(all: readonly Condition[]) {
  const settings: Record<Setting, Parameters<typeof openStage>[0]> = {
    plenary: { size: AT_ONCE },
    roads: { size: 2, roads: true },
    tables: { size: 2, roads: true, tables: true },
  }
  const played: Played[] = []
  let lag = 0
  for (const [setting, how] of Object.entries(settings)) {
    const parts = all.filter((one) => one.setting === setting).flatMap((one) => one.parts)
    if (parts.length === 0) continue
    const result = await play(parts, how)
    played.push(...result.played)
    lag = Math.max(lag, result.lag)
  }
  return { played, lag }
}

/**
 * Measured speech against scripted speech, through the real SFU. `folder`: voices to be measured as well.
 * `only`: conditions whose name begins so.
 */
export async function speakingTime({ folder, only = '' }: { folder?: string; only?: string } = {}) {
  const given = folder === undefined ? [] : voicesIn(folder)
  const all = conditions().filter(({ name }) => name.startsWith(only))
  const detectors = await compareDetectors(all)
  const own = await playAll(all)
  const house = FULL_HOUSE.startsWith(only) ? await fullHouse() : null
  const report: SpeakingTimeReport = {
    conditions: all.map(({ name, noisy, parts }) =>
      scored(
        name,
        noisy,
        own.played.filter(({ part }) => parts.includes(part)),
      ),
    ),
    listenerCores: house?.listenerCores ?? null,
    fullHouse: house,
    worstLagMs: round(own.lag, 0),
    detectors,
  }
  if (given.length === 0) return report
  const theirs = await play(
    given.map((voice) => ({ voice })),
    { size: Math.min(GIVEN_AT_ONCE, given.length) },
  )
  report.conditions.push(scored('given-voices', false, theirs.played))
  report.voices = theirs.played.map(({ part, measured: { intervals: heard } }) => {
    const intervals = counted(heard)
    return {
      name: part.voice.name,
      spokenMs: Math.round(lengthOf(intervals)),
      intervals: rounded(intervals),
      heard: rounded(heard),
    }
  })
  report.worstLagMs = round(Math.max(own.lag, theirs.lag), 0)
  return report
}

export function printSpeakingTime(report: SpeakingTimeReport): void {
  console.log(
    'Speaking time against scripted speech, through the SFU, each by a man and a woman (largest error of anybody; edges;',
  )
  console.log("the SFU's own active-speaker figure at its best):")
  for (const one of report.conditions) {
    const edges = `${one.boundaryP50Ms} / ${one.boundaryP95Ms} / ${one.boundaryMs} ms`
    console.log(
      `  ${one.name.padEnd(16)} ${`${one.errorPercent} %`.padStart(8)}   counted ${`${one.countedErrorPercent} %`.padStart(7)}   edges p50/p95/max ${edges.padStart(20)}   SFU ${one.livekitErrorPercent} %`,
    )
  }
  console.log(`  the clients stood still for ${report.worstLagMs} ms at most`)
  if (report.fullHouse) printHouse(report.fullHouse)
  printDetectors(report.detectors)
}

function printHouse({ people, tables, speaking, listenerCores, heard, heardPercent }: FullHouseReport): void {
  console.log(
    `\nListener with ${people} people at ${tables} tables, ${speaking} speaking at once: ${listenerCores} core (heard ${heard} people, ${heardPercent} % of what they said)`,
  )
}

function printDetectors(detectors: SpeakingTimeReport['detectors']): void {
  console.log('\nDetectors on the same sound, without the SFU (error of the total, %):')
  const names = detectors[0]?.errors.map(({ condition }) => condition) ?? []
  console.log(`  ${''.padEnd(16)} ${detectors.map(({ name }) => name.padStart(20)).join('')}`)
  for (const condition of names) {
    const cells = detectors.map(({ errors }) =>
      String(errors.find((one) => one.condition === condition)?.errorPercent ?? '-').padStart(20),
    )
    console.log(`  ${condition.padEnd(16)} ${cells.join('')}`)
  }
  console.log(
    `  ${'ms CPU per s'.padEnd(16)} ${detectors.map(({ cpuMsPerSecond }) => String(cpuMsPerSecond).padStart(20)).join('')}`,
  )
}
