import { sql, type Kysely } from 'kysely'
import { DatabaseError } from 'pg'
import { ForTheAdministrator } from '../kit/forTheAdministrator.ts'
import { STEPS } from './steps.ts'

/** How the database is, as far as our promises depend on it. */
export interface Condition {
  /** What is answered as stored is on disk. */
  durable: boolean
  /** How far its clock is ahead of ours. */
  aheadMs: number
  /** Steps of the schema that have not run here. */
  missing: string[]
  /** Steps that only a later release knows. */
  unknown: string[]
}

const UNDEFINED_TABLE = '42P01'

async function stepsRun<T>(db: Kysely<T>): Promise<string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    return rows.map(({ name }) => name)
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNDEFINED_TABLE) return []
    throw error
  }
}

export async function conditionOf<T>(db: Kysely<T>): Promise<Condition> {
  const before = Date.now()
  const { rows } = await sql<{ fsync: string; commit: string; now: number }>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as now`.execute(db)
  const [row] = rows
  const asked = (before + Date.now()) / 2
  const run = new Set(await stepsRun(db))
  const known = Object.keys(STEPS)
  return {
    durable: row?.fsync !== 'off' && row?.commit !== 'off',
    aheadMs: Math.round((row?.now ?? asked) - asked),
    missing: known.filter((name) => !run.has(name)),
    unknown: [...run].filter((name) => !known.includes(name)),
  }
}

/** Refuses a database that says "stored" before it is, and one that a later release has been at. */
export async function assertFit<T>(db: Kysely<T>): Promise<void> {
  const { durable, unknown } = await conditionOf(db)
  if (!durable)
    throw new ForTheAdministrator(
      'De database zegt "bewaard" voordat dat zo is. Zet in PostgreSQL fsync en synchronous_commit aan, en start opnieuw.',
    )
  if (unknown.length > 0)
    throw new ForTheAdministrator(
      `De database is van een nieuwere uitgave van Dialoogtafel (${unknown.join(', ')}). Installeer die, of zet een reservekopie terug.`,
    )
}
