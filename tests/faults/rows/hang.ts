import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../../support/until.ts'
import { atMost, inWorld, sound, type Row } from '../row.ts'

const HANG_MS = 20_000

/** The app stands still and goes on. */
export const hang: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    const stop = crowd.load()
    await pause(3_000)
    const [node] = world.nodes
    if (!node) throw new Error('no node')
    node.signal('SIGSTOP')
    const began = performance.now()
    const lost = () => crowd.everybody().every((one) => !one.live())
    await until('everybody is told', lost, HANG_MS)
    const shownMs = performance.now() - began
    await pause(Math.max(0, HANG_MS - shownMs))
    node.signal('SIGCONT')
    const back = performance.now()
    await until('everybody is back', () => crowd.everybody().every((one) => one.live()), 60_000)
    const backMs = performance.now() - back
    await stop()
    return [
      atMost('until everybody is told that the line is away', 10_000, shownMs, 'ms'),
      atMost('until everybody is back', 10_000, backMs, 'ms'),
      await sound(world, crowd),
    ]
  })
