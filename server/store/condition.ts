import { sql, type Kysely } from 'kysely'
import { DatabaseError } from 'pg'
import { ForTheAdministrator } from '../kit/forTheAdministrator.ts'
import { serverClock } from '../kit/serverClock.ts'
import { BEFORE, SCHEMA } from './schema.ts'
import { STEPS } from './steps.ts'
import type { Condition } from './store.ts'

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
  const before = serverClock.now()
  const { rows } = await sql<{ fsync: string; commit: string; now: number }>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as now`.execute(db)
  const [row] = rows
  const asked = (before + serverClock.now()) / 2
  const run = new Set(await stepsRun(db))
  const known = Object.keys(STEPS)
  return {
    durable: row?.fsync !== 'off' && row?.commit !== 'off',
    aheadMs: Math.round((row?.now ?? asked) - asked),
    missing: known.filter((name) => !run.has(name)),
    unknown: [...run].filter((name) => !known.includes(name)),
  }
}

/** A backup was being put back when something broke off: to begin with empty tables would hide what is there. */
async function isHalfRestored<T>(db: Kysely<T>): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname in (${BEFORE}, ${SCHEMA})`.execute(db)
  return rows.length === 1 && rows[0]?.name === BEFORE
}

/** Refuses a database that says "stored" before it is, one that a later release has been at, and one that was not restored whole. */
export async function assertFit<T>(db: Kysely<T>): Promise<void> {
  const { durable, unknown } = await conditionOf(db)
  if (!durable)
    throw new ForTheAdministrator(
      'De database zegt "bewaard" voordat dat zo is. Zet in PostgreSQL fsync en synchronous_commit aan, en start opnieuw.',
    )
  if (await isHalfRestored(db))
    throw new ForTheAdministrator(
      'Het terugzetten van een reservekopie is afgebroken. Draai npm run restore opnieuw; de gegevens van daarvoor zijn er nog.',
    )
  if (unknown.length > 0)
    throw new ForTheAdministrator(
      `De database is van een nieuwere uitgave van Dialoogtafel (${unknown.join(', ')}). Installeer die, of zet een reservekopie terug.`,
    )
}
