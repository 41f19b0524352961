import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../../support/until.ts'
import { toldNow } from '../checker.ts'
import { atMost, inWorld, sound, type Row } from '../row.ts'
import { memoryRise } from '../world.ts'

const AWAY_MS = 30_000

/** The database does not answer for half a minute: the line to it is there, and nothing comes over it. */
export const database: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    const stop = crowd.load()
    await pause(3_000)
    const [node] = world.nodes
    if (!node) throw new Error('no node')
    world.toDatabase.silence()
    // what was committed before may still be answered
    await pause(1_000)
    const before = toldNow(crowd)
    const rise = await memoryRise(node, AWAY_MS - 1_000)
    const during = toldNow(crowd)
    const words = (told: typeof before) => told.words.reduce((sum, { count }) => sum + count, 0)
    world.toDatabase.open()
    const back = performance.now()
    const behind = words(during)
    await until('words are stored again', () => words(toldNow(crowd)) > behind, 30_000)
    const backMs = performance.now() - back
    await stop()
    return [
      atMost(
        'answered while the database was away',
        0,
        during.commands.length - before.commands.length + words(during) - words(before),
        'changes',
      ),
      atMost('memory more', 50, rise, 'MB'),
      atMost('until words are stored again', 15_000, backMs, 'ms'),
      await sound(world, crowd),
    ]
  })
