import { setTimeout as pause } from 'node:timers/promises'
import { GOVERNMENT_ROLES } from '../../shared/dialogue/model.ts'
import { documentsDatabase } from '../support/documentsDb.ts'
import { openHall, type Cost, type Hall } from './controlHalls.ts'
import { inPostgres } from './database.ts'
import { row, takeTurns, type Row } from './pairs.ts'

const SIZES = [20, 40, 80, 160] as const
const EACH_TABLE = 8
const ROUNDS = 5
const TALK_MS = 3_000
const FLAT = 1.3

/** What the server costs for each person at tables of eight where there is talk, without the SFU and the database. */
export const tables = (): Promise<Row[]> =>
  inPostgres(async (postgres) => {
    const halls = new Map<number, Hall>()
    try {
      for (const people of SIZES) {
        const database = await documentsDatabase(postgres)
        await database.close()
        const hall = await openHall('ours', people, database.url)
        halls.set(people, hall)
        await toTables(hall, Math.ceil(people / EACH_TABLE))
      }
      const works = Object.fromEntries([...halls].map(([people, hall]) => [people, () => talked(hall)]))
      const found: Record<string, Cost[]> = await takeTurns(ROUNDS, works)
      return rowsOf(found)
    } finally {
      for (const hall of halls.values()) await hall.close()
    }
  })

/** The first one leads. */
async function toTables({ guests: [organiser] }: Hall, count: number): Promise<void> {
  for (let table = GOVERNMENT_ROLES.length; table < count; table++)
    await organiser?.command('addTable', { role: GOVERNMENT_ROLES[table % GOVERNMENT_ROLES.length] })
  for (const type of ['openPlenary', 'spreadEvenly', 'announceSplit']) await organiser?.command(type, {})
  await organiser?.command('startTables', { version: 1 })
}

async function talked({ talk, cost }: Hall): Promise<Cost> {
  talk(true)
  await pause(1_000)
  const { bytes, messages, cpuMs } = await cost(() => pause(TALK_MS))
  talk(false)
  const second = TALK_MS / 1_000
  return { bytes: bytes / second, messages: messages / second, cpuMs: cpuMs / second }
}

function rowsOf(found: Record<string, Cost[]>): Row[] {
  const [least, ...more] = SIZES
  const at = (people: number, key: keyof Cost) => (found[people] ?? []).map((cost) => cost[key])
  const figures = [
    ['processor', 'ms', 'cpuMs'],
    ['sent', 'bytes', 'bytes'],
    ['sent', 'messages', 'messages'],
  ] as const
  return figures.flatMap(([figure, unit, key]) =>
    more.map((people) =>
      row({
        figure: `${people} people at tables with talk: ${figure} for each a second`,
        unit,
        ours: at(people, key),
        peer: `ours at ${least}`,
        theirs: at(least, key),
        target: `<= ${FLAT} of it`,
        meets: ({ ratio }) => ratio <= FLAT,
      }),
    ),
  )
}
