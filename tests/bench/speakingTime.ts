import { RULE } from '../../server/media/speech/intervals.ts'
import { conditions } from './conditions.ts'
import { compareDetectors } from './detectors.ts'
import { boundaryErrors, errorPercent, joined, lengthOf, percentile, round } from './score.ts'
import { openStage, type Measured } from './stage.ts'
import { voicesIn, type Voice } from './voices.ts'

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

/** Measured speech against scripted speech, through the real SFU. `folder`: voices to be measured as well. */
export async function speakingTime(folder?: string): Promise<SpeakingTimeReport> {
  const given = folder === undefined ? [] : voicesIn(folder)
  const all = conditions()
  const detectors = await compareDetectors(all)
  const stage = await openStage()
  try {
    const voices = all.flatMap((condition) => condition.voices)
    const mutes = Object.assign({}, ...all.map((condition) => condition.mutes ?? {}))
    const measured = await stage.perform(voices, mutes)
    const played = new Map(
      voices.map((voice, i) => [voice, { voice, measured: measured[i] ?? { intervals: [], livekit: [] } }]),
    )
    const report: SpeakingTimeReport = {
      conditions: all.map(({ name, noisy, voices: own }) =>
        scored(
          name,
          noisy,
          own.map((voice) => played.get(voice)).filter((one) => one !== undefined),
        ),
      ),
      listenerCores: 0,
      worstLagMs: 0,
      detectors,
    }
    if (given.length > 0) {
      const found = await stage.perform(given)
      const own = given.map((voice, i) => ({ voice, measured: found[i] ?? { intervals: [], livekit: [] } }))
      report.conditions.push(scored('given voices', false, own))
      report.voices = own.map(({ voice, measured: { intervals } }) => ({
        name: voice.name,
        spokenMs: Math.round(lengthOf(intervals)),
        intervals: intervals.map(([from, to]): [number, number] => [Math.round(from), Math.round(to)]),
      }))
    }
    report.listenerCores = round(stage.listenerCores(), 3)
    report.worstLagMs = round(stage.worstLagMs(), 0)
    return report
  } finally {
    await stage.close()
  }
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
