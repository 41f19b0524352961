import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../../support/until.ts'
import { lostOf, toldNow } from '../checker.ts'
import type { Crowd } from '../crowd.ts'
import { atMost, inWorld, percentile, sound, type Row } from '../row.ts'
import type { World } from '../world.ts'

export interface Killed {
  lost: number
  /** From the start of the process until it serves. */
  servingMs: number
  /** From the kill until everybody is current and answered again. */
  currentMs: number
}

/** One node is killed at a moment of chance, under load; what was answered by then is looked for before it is back. */
export async function killOnce(world: World, crowd: Crowd): Promise<Killed> {
  await pause(200 + world.chance(1_500))
  const node = world.nodes[world.chance(world.nodes.length)]
  if (!node) throw new Error('no node')
  const told = toldNow(crowd)
  await node.kill()
  const killed = performance.now()
  const lost = await lostOf(world, crowd, told)
  const before = new Map(crowd.people.map((one) => [one, one.writer?.acknowledged ?? 0]))
  const servingMs = await node.start()
  const answered = () =>
    crowd.people.every((one) => !one.writer || one.writer.acknowledged > (before.get(one) ?? 0))
  await until(
    'everybody is current',
    () => crowd.everybody().every((one) => one.live()) && answered(),
    60_000,
  )
  return { lost, servingMs, currentMs: performance.now() - killed }
}

export const kill: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    const stop = crowd.load()
    const found: Killed[] = []
    for (let round = 0; round < input.rounds; round++) {
      found.push(await killOnce(world, crowd))
      input.tell(`kill ${round + 1}: ${JSON.stringify(found.at(-1))}`)
    }
    await stop()
    const lost = found.reduce((sum, one) => sum + one.lost, 0)
    const serving = found.map(({ servingMs }) => servingMs)
    const current = found.map(({ currentMs }) => currentMs)
    return [
      atMost(`answered and lost, of ${input.rounds} kills`, 0, lost, 'changes'),
      atMost('until it serves, median', 3_000, percentile(serving, 50), 'ms'),
      atMost('until everybody is current, worst', 10_000, Math.max(...current), 'ms'),
      await sound(world, crowd),
    ]
  })
