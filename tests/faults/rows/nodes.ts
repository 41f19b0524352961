import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../../support/until.ts'
import { atMost, inWorld, sound, type Row } from '../row.ts'

const AWAY_MS = 60_000
const HANG_MS = 40_000

/** What the nodes hear one another by is gone for a minute: slower, and nothing else. */
export const hintsLost: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    const stop = crowd.load()
    await pause(3_000)
    world.toRedis?.silence()
    await pause(AWAY_MS)
    world.toRedis?.open()
    await pause(3_000)
    await stop()
    return [await sound(world, crowd)]
  })

/** A node stands still past its lease and wakes, and then one is ended as an update does, each while people go on. */
export const nodeWakes: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    const stop = crowd.load()
    await pause(3_000)
    const [first, second] = world.nodes
    if (!first || !second) throw new Error('it takes two nodes')
    first.signal('SIGSTOP')
    await pause(HANG_MS)
    first.signal('SIGCONT')
    await until('everybody is back', () => crowd.everybody().every((one) => one.live()), 60_000)
    await pause(3_000)
    const ended = performance.now()
    second.signal('SIGTERM')
    await until('it has ended', () => !second.lives(), 15_000)
    const endedMs = performance.now() - ended
    await second.start()
    await until('everybody is back', () => crowd.everybody().every((one) => one.live()), 60_000)
    await stop()
    return [
      atMost('until a node that is asked to has ended', 10_000, endedMs, 'ms'),
      await sound(world, crowd),
    ]
  })
