import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { until } from '../../support/until.ts'
import { must, type Crowd } from '../crowd.ts'
import { atMost, inWorld, sound, type Row } from '../row.ts'

const HOUR_MS = 3_600_000
const SPLIT_MS = 5_000
const PATIENCE_MS = 20_000
const CLOCK = pathToFileURL(join(import.meta.dirname, '../../support/steppedClock.mjs')).href

/** Moves the wall clock of the app, so many ms from the real one. */
type SetClock = (aheadMs: number) => void

/** The clock of the machine is set, an hour ahead and back again, while a turn runs and while a split is on its way. */
export const clockSet: Row = async (input) => {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-clock-'))
  const file = join(dir, 'ahead')
  writeFileSync(file, '0')
  const settings = { STEPPED_CLOCK: file, NODE_OPTIONS: `--import ${CLOCK}` }
  try {
    return await inWorld(
      input,
      { together: true },
      async (world, crowd) => {
        const set: SetClock = (aheadMs) => {
          writeFileSync(file, String(aheadMs))
          for (const node of world.nodes) node.signal('SIGUSR2')
        }
        await must(crowd.organiser, 'setMode', { room: 'plenary', mode: 'firstCome' })
        return [
          atMost(
            'length of a turn, set ahead meanwhile: error',
            1_000,
            await turn(crowd, () => set(HOUR_MS)),
            'ms',
          ),
          atMost('the same, set back', 1_000, await turn(crowd, () => set(0)), 'ms'),
          atMost('a split, set ahead meanwhile: error', 1_000, await split(crowd, set, 0, HOUR_MS), 'ms'),
          atMost('the same, set back', 1_000, await split(crowd, set, HOUR_MS, 0), 'ms'),
          await sound(world, crowd),
        ]
      },
      settings,
    )
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** How much longer or shorter a turn was counted than it was, ms. */
async function turn({ organiser, people }: Crowd, set: () => void): Promise<number> {
  const [speaker] = people
  if (!speaker) throw new Error('nobody there')
  const room = 'plenary'
  const floor = () => organiser.state().floors[room]
  const heldMs = () => floor()?.heldMs[speaker.visitor.person] ?? 0
  const before = heldMs()
  await must(speaker, 'raiseHand', { room })
  await must(organiser, 'nextTurn', { room })
  const own = { room, turn: floor()?.turn?.id ?? '' }
  await must(speaker, 'startTurn', own)
  const began = performance.now()
  await pause(3_000)
  set()
  await pause(2_000)
  const tookMs = performance.now() - began
  await must(speaker, 'endTurn', own)
  await until('the turn is over', () => floor()?.turn === null)
  return Math.abs(heldMs() - before - tookMs)
}

/** How much earlier or later than announced everybody went, ms; the clock goes from `from` to `to`, and all are together again behind it. */
async function split({ organiser }: Crowd, set: SetClock, from: number, to: number): Promise<number> {
  set(from)
  await must(organiser, 'spreadEvenly', {})
  await must(organiser, 'announceSplit', { ms: SPLIT_MS })
  const began = performance.now()
  const { phase } = organiser.state()
  const version = 'version' in phase ? phase.version : 0
  await pause(1_000)
  set(to)
  // something happens meanwhile, and the server looks what is due
  await must(organiser, 'announce', { text: `De klok staat ${to} ms voor.` })
  const begun = () => organiser.state().phase.name === 'tables'
  await until('it begins', begun, PATIENCE_MS).catch(() => must(organiser, 'startTables', { version }))
  const errorMs = Math.abs(performance.now() - began - SPLIT_MS)
  await must(organiser, 'announceRecall', {})
  await must(organiser, 'finishRecall', { version })
  return errorMs
}
