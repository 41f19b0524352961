import { RULE } from '../../server/media/speech/intervals.ts'
import { conditions } from './conditions.ts'
import { compareDetectors } from './detectors.ts'
import { boundaryErrors, errorPercent, joined, lengthOf, percentile, round } from './score.ts'
import { openStage, type Measured } from './stage.ts'
import { voicesIn, type Interval, type Voice } from './voices.ts'

export interface SpeakingTimeReport {
  conditions: {
    name: string
    noisy: boolean
    errorPercent: number
    boundaryMs: number
    boundaryP95Ms: number
    livekitErrorPercent: number
  }[]
  listenerCores: number
  /** Above some 100 ms the clients stuttered, and the figures say little. */
  worstLagMs: number
  detectors: Awaited<ReturnType<typeof compareDetectors>>
  voices?: { name: string; spokenMs: number; intervals: [number, number][] }[]
}

interface Played {
  voice: Voice
  measured: Measured
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** The SFU's figure at its best: raw, or with pauses up to a second bridged. */
function livekitError({ voice, measured }: Played): number {
  return Math.min(errorPercent(measured.livekit, voice), errorPercent(joined(measured.livekit, 1_000), voice))
}

function scored(name: string, noisy: boolean, played: readonly Played[]) {
  // By our own rule a pause this short has no edges; the totals are held against the script as it is.
  const edges = played.flatMap(({ voice, measured }) =>
    boundaryErrors(measured.intervals, joined(voice.speech, RULE.bridgeMs)),
  )
  return {
    name,
    noisy,
    errorPercent: round(mean(played.map(({ voice, measured }) => errorPercent(measured.intervals, voice)))),
    boundaryMs: round(percentile(edges, 0.5), 0),
    boundaryP95Ms: round(percentile(edges, 0.95), 0),
    livekitErrorPercent: round(mean(played.map(livekitError))),
  }
}

/** Plays on a stage of its own; `size` people play at once. */
async function play(voices: readonly Voice[], size: number, mutes: Record<string, Interval[]> = {}) {
  const stage = await openStage(Math.min(size, voices.length))
  try {
    const found = await stage.perform(voices, mutes)
    const played = voices.map((voice, i) => ({ voice, measured: found[i] ?? { intervals: [], livekit: [] } }))
    return { played, cores: stage.listenerCores(), lag: stage.worstLagMs() }
  } finally {
    await stage.close()
  }
}

/** A table talks with few at once; the voices of somebody else may all be wanted together. */
const AT_ONCE = 4
const GIVEN_AT_ONCE = 12

/** Measured speech against scripted speech, through the real SFU. `folder`: voices to be measured as well. */
export async function speakingTime(folder?: string): Promise<SpeakingTimeReport> {
  const given = folder === undefined ? [] : voicesIn(folder)
  const all = conditions()
  const detectors = await compareDetectors(all)
  const mutes = Object.assign({}, ...all.map((condition) => condition.mutes ?? {}))
  const own = await play(
    all.flatMap((condition) => condition.voices),
    AT_ONCE,
    mutes,
  )
  const report: SpeakingTimeReport = {
    conditions: all.map(({ name, noisy, voices }) =>
      scored(
        name,
        noisy,
        own.played.filter(({ voice }) => voices.includes(voice)),
      ),
    ),
    listenerCores: round(own.cores, 3),
    worstLagMs: round(own.lag, 0),
    detectors,
  }
  if (given.length === 0) return report
  const theirs = await play(given, GIVEN_AT_ONCE)
  report.conditions.push(scored('given voices', false, theirs.played))
  report.voices = theirs.played.map(({ voice, measured: { intervals } }) => ({
    name: voice.name,
    spokenMs: Math.round(lengthOf(intervals)),
    intervals: intervals.map(([from, to]): [number, number] => [Math.round(from), Math.round(to)]),
  }))
  report.worstLagMs = round(Math.max(own.lag, theirs.lag), 0)
  return report
}

export function printSpeakingTime(report: SpeakingTimeReport): void {
  console.log(
    "Speaking time against scripted speech, through the SFU (error of the total, edges, the SFU's own figure at its best):",
  )
  for (const one of report.conditions) {
    console.log(
      `  ${one.name.padEnd(16)} ${`${one.errorPercent} %`.padStart(8)}   edges ${`${one.boundaryMs} ms`.padStart(7)} (p95 ${one.boundaryP95Ms} ms)   SFU ${one.livekitErrorPercent} %`,
    )
  }
  console.log(`  listener: ${report.listenerCores} core; clients at most ${report.worstLagMs} ms behind`)
  console.log('\nDetectors on the same sound, without the SFU (error of the total, %):')
  const names = report.detectors[0]?.errors.map(({ condition }) => condition) ?? []
  console.log(`  ${''.padEnd(16)} ${report.detectors.map(({ name }) => name.padStart(18)).join('')}`)
  for (const condition of names) {
    const cells = report.detectors.map(({ errors }) =>
      String(errors.find((one) => one.condition === condition)?.errorPercent ?? '-').padStart(18),
    )
    console.log(`  ${condition.padEnd(16)} ${cells.join('')}`)
  }
  console.log(
    `  ${'ms CPU per s'.padEnd(16)} ${report.detectors.map(({ cpuMsPerSecond }) => String(cpuMsPerSecond).padStart(18)).join('')}`,
  )
}
