import { hasRedis } from '../../server/start/redis.mjs'
import { documentsDatabase } from '../support/documentsDb.ts'
import { startRedis } from '../support/redis.ts'
import { inHalls, type HallInput } from './controlHalls.ts'
import { measureHalls, type Figures, type Measured } from './controlMeasured.ts'
import { inPostgres } from './database.ts'
import { row, type Row } from './pairs.ts'
import { familyMs } from './processor.ts'

const COUNTS = [1, 2, 3] as const
const FLAT = 1.3

interface OnNodes extends Measured {
  memoryMb: number
}
/** By how many nodes. */
type Found = ReadonlyMap<number, OnNodes>

/** One dialogue on one, two and three app servers, everybody in the plenary: what more of them cost, and what they bring on this machine. */
export async function nodes(sizes: readonly number[]): Promise<Row[]> {
  if (!hasRedis()) {
    console.error('nodes: left out, for several app servers need redis-server on PATH.')
    return []
  }
  const redis = await startRedis()
  try {
    return await inPostgres(async (postgres, pid) => {
      const found = new Map<number, Found>()
      for (const people of sizes)
        found.set(people, await measure(people, postgres, redis.url, () => familyMs(pid)))
      return [...[...found].flatMap(([people, one]) => besideOne(people, one)), ...besideFew(found)]
    })
  } finally {
    await redis.stop()
  }
}

/** One node is as anybody starts it: without Redis. */
async function measure(
  people: number,
  postgres: string,
  redis: string,
  behind: () => number,
): Promise<Found> {
  const inputs: [number, HallInput][] = []
  for (const count of COUNTS) {
    const database = await documentsDatabase(postgres)
    await database.close()
    const several = count === 1 ? {} : { nodes: count, redis }
    inputs.push([count, { kind: 'ours', people, database: database.url, ...several }])
  }
  return inHalls(inputs, async (halls) => {
    const measured = await measureHalls(halls, behind)
    const found = new Map<number, OnNodes>()
    for (const [count, one] of measured)
      found.set(count, { ...one, memoryMb: (await halls.get(count)?.memoryMb()) ?? NaN })
    return found
  })
}

const FIGURES: [figure: string, unit: string, key: keyof Figures][] = [
  ['commands stored a second', '/s', 'perSecond'],
  ['press to seen, p50', 'ms', 'p50'],
  ['press to seen, p99', 'ms', 'p99'],
  ['at 20 commands a second, processor for each a second', 'ms', 'cpuMs'],
  ['at 20 commands a second, sent to each a second', 'bytes', 'bytes'],
  ['processor of the database for each command', 'ms', 'behindMs'],
]

const STILL: [figure: string, unit: string, of: (one: OnNodes) => number][] = [
  ['connecting, processor each', 'ms', ({ connecting }) => connecting.cpuMs],
  ['connecting, each', 'kB', ({ connecting }) => connecting.bytes / 1_000],
  ['at rest, processor each a second', 'ms', ({ rest }) => rest.cpuMs],
  ['at rest, sent to each a second', 'bytes', ({ rest }) => rest.bytes],
  ['memory of all nodes', 'MB', ({ memoryMb }) => memoryMb],
]

function besideOne(people: number, found: Found): Row[] {
  const one = found.get(1)
  if (!one) return []
  return [...found].flatMap(([count, several]) => {
    if (several === one) return []
    const named = (figure: string) => `${people} people on ${count} nodes: ${figure}`
    const peer = 'ours on one'
    return [
      ...FIGURES.map(([figure, unit, key]) =>
        row({
          figure: named(figure),
          unit,
          ours: several.rounds.map((round) => round[key]),
          peer,
          theirs: one.rounds.map((round) => round[key]),
        }),
      ),
      ...STILL.map(([figure, unit, of]) =>
        row({ figure: named(figure), unit, ours: [of(several)], peer, theirs: [of(one)] }),
      ),
    ]
  })
}

/** What each costs among many beside what each costs among few, on as many nodes; not turn by turn, for they do not stand at once. */
function besideFew(found: ReadonlyMap<number, Found>): Row[] {
  const [few, ...more] = [...found]
  if (!few) return []
  const [least, onFew] = few
  return more.flatMap(([people, onNodes]) =>
    [...onNodes].map(([count, { rounds }]) =>
      row({
        figure: `${people} people on ${count === 1 ? 'one node' : `${count} nodes`}: at 20 commands a second, processor for each a second`,
        unit: 'ms',
        ours: rounds.map(({ cpuMs }) => cpuMs),
        peer: `ours with ${least} people`,
        theirs: onFew.get(count)?.rounds.map(({ cpuMs }) => cpuMs),
        target: `<= ${FLAT} of it`,
        meets: ({ ratio }) => ratio <= FLAT,
      }),
    ),
  )
}
