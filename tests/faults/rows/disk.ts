import { setTimeout as pause } from 'node:timers/promises'
import { createStore } from '../../../server/store/connection.ts'
import { until } from '../../support/until.ts'
import { lostOf, toldNow, type Told } from '../checker.ts'
import type { Crowd } from '../crowd.ts'
import type { OwnDisk } from '../ownDisk.ts'
import { onOwnDisk, startOn, type OwnPostgres } from '../ownPostgres.ts'
import { atMost, inWorld, sound, type Found, type Row } from '../row.ts'
import type { World } from '../world.ts'

const FULL_MS = 15_000
/** Not enough for anything to grow. */
const LEFT_BYTES = 64 * 1_024

const wordsOf = ({ words }: Told) => words.reduce((sum, { count }) => sum + count, 0)

/** The disk of the database is full for a while. */
export const diskFull: Row = (input) =>
  onOwnDisk((disk, postgres) =>
    inWorld({ ...input, postgres: postgres.url }, {}, async (world, crowd) => {
      const stop = crowd.load()
      await pause(3_000)
      disk.fill(LEFT_BYTES)
      const full = performance.now()
      await pause(FULL_MS)
      const told = toldNow(crowd)
      const refused = crowd
        .everybody()
        .flatMap(({ asked }) => asked.filter(({ sentMs, answer }) => sentMs > full && !answer?.ok))
      const lives = world.nodes.every((node) => node.lives())
      disk.clear()
      const room = performance.now()
      await postgres.start()
      await until('words are stored again', () => wordsOf(toldNow(crowd)) > wordsOf(told), 30_000)
      const backMs = performance.now() - room
      const lost = await lostOf(world, crowd, told)
      await stop()
      return [
        exactly(
          'commands were not answered as stored',
          'at least 1',
          String(refused.length),
          refused.length > 0,
        ),
        exactly('the app lives', 'yes', lives ? 'yes' : 'no', lives),
        atMost('answered and lost', 0, lost, 'changes'),
        atMost('until words are stored again', 5_000, backMs, 'ms'),
        await sound(world, crowd),
      ]
    }),
  )

const exactly = (what: string, target: string, measured: string, met: boolean): Found => ({
  what,
  target,
  measured,
  met,
})

/** The power goes under load, database and app at once; what was answered is looked for on the disk as it was. */
export const powerLoss: Row = (input) =>
  onOwnDisk((disk, postgres) =>
    inWorld({ ...input, postgres: postgres.url }, {}, async (world, crowd) => {
      disk.settle()
      const stop = crowd.load()
      let lost = 0
      let broken = 0
      for (let round = 0; round < input.rounds; round++) {
        await pause(1_500 + input.chance(1_500))
        const found = await loseOnce(disk, postgres, world, crowd)
        lost += found.lost
        broken += found.isWhole ? 0 : 1
        input.tell(`power loss ${round + 1}: ${JSON.stringify(found)}`)
      }
      await stop()
      return [
        atMost(`answered and lost, of ${input.rounds} times`, 0, lost, 'changes'),
        atMost('chains of the log that did not fit', 0, broken, 'times'),
        await sound(world, crowd),
      ]
    }),
  )

async function loseOnce(disk: OwnDisk, postgres: OwnPostgres, world: World, crowd: Crowd) {
  const [node] = world.nodes
  if (!node) throw new Error('no node')
  postgres.kill()
  node.signal('SIGKILL')
  const found = disk.found()
  try {
    // what was answered before may still be under way to those who asked
    await pause(500)
    const kept = await keptOn(found, world, crowd, toldNow(crowd))
    await postgres.start()
    await node.start()
    await until('everybody is back', () => crowd.everybody().every((one) => one.live()), 60_000)
    return kept
  } finally {
    found.remove()
  }
}

async function keptOn(found: OwnDisk, world: World, crowd: Crowd, told: Told) {
  const there = await startOn(found)
  const url = new URL(there.url)
  url.pathname = new URL(world.databaseUrl).pathname
  const store = await createStore({ url: url.href })
  try {
    const lost = await lostOf({ store, databaseUrl: url.href }, crowd, told)
    const isWhole = (await store.events.verify(crowd.organiser.state().id)) === null
    return { lost, isWhole }
  } finally {
    await store.close()
    await there.stop()
  }
}
