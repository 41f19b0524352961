import { setTimeout as pause } from 'node:timers/promises'
import { GOVERNMENT_ROLES } from '../../shared/dialogue/model.ts'
import { documentsDatabase } from '../support/documentsDb.ts'
import { inHalls, type Cost, type Hall, type HallInput } from './controlHalls.ts'
import { perSecond } from './controlMeasured.ts'
import type { Guest } from './controlPeople.ts'
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
    const inputs: [number, HallInput][] = []
    for (const people of SIZES) {
      const database = await documentsDatabase(postgres)
      await database.close()
      inputs.push([people, { kind: 'ours', people, database: database.url }])
    }
    return inHalls(inputs, async (halls) => {
      for (const [people, hall] of halls) await toTables(hall.guests[0], people)
      const works = Object.fromEntries([...halls].map(([people, hall]) => [people, () => talked(hall)]))
      return rowsOf(await takeTurns<string, Cost>(ROUNDS, works))
    })
  })

/** So many people come to tables of eight. */
export async function toTables(organiser: Guest | undefined, people: number): Promise<void> {
  for (let table = GOVERNMENT_ROLES.length; table < Math.ceil(people / EACH_TABLE); table++)
    await organiser?.command('addTable', { role: GOVERNMENT_ROLES[table % GOVERNMENT_ROLES.length] })
  for (const type of ['openPlenary', 'spreadEvenly', 'announceSplit']) await organiser?.command(type, {})
  await organiser?.command('startTables', { version: 1 })
}

async function talked({ talk, cost }: Hall): Promise<Cost> {
  talk(true)
  await pause(1_000)
  const spent = await cost(() => pause(TALK_MS))
  talk(false)
  return perSecond(spent, TALK_MS)
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
