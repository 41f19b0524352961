import { setTimeout as pause } from 'node:timers/promises'
import { atMost, inWorld, percentile, sound, type Row } from '../row.ts'
import { memoryRise } from '../world.ts'

const SLOW_BYTES = 1_000
const ROUND_MS = 60_000

/** One of three reads a kilobyte in a second, for a minute each round, while all go on. */
export const slow: Row = (input) =>
  inWorld(input, { ownRoad: (at) => at % 3 === 0 }, async (world, crowd) => {
    const [node] = world.nodes
    if (!node) throw new Error('no node')
    const slowOnes = crowd.people.filter(({ road }) => road !== null)
    const fast = crowd.people.filter(({ road }) => road === null)
    const before = new Map(fast.map((one) => [one, one.asked.length]))
    const stop = crowd.load()
    for (const { road } of slowOnes) road?.weather({ bytesPerSecond: SLOW_BYTES })
    const rise = await memoryRise(node, ROUND_MS * input.rounds)
    const waits = fast.flatMap((one) =>
      one.asked
        .slice(before.get(one))
        .flatMap(({ sentMs, answeredMs }) => (answeredMs === null ? [] : [answeredMs - sentMs])),
    )
    for (const { road } of slowOnes) road?.weather({})
    await pause(1_000)
    await stop()
    return [
      atMost('memory more', 100, rise, 'MB'),
      atMost('a hand of who is fast, 95 %', 200, percentile(waits, 95), 'ms'),
      await sound(world, crowd),
    ]
  })
