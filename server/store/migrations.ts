import { Migrator, sql, type Kysely, type Migration } from 'kysely'
import { SCHEMA } from './schema.ts'
import { STEPS } from './steps.ts'

/** Up to 0.1.0 the steps that had run were counted, from 0, in a table of our own. */
async function countedBefore(db: Kysely<unknown>, step: number): Promise<boolean> {
  const counted = `${SCHEMA}.migrations`
  const found = await sql<{ name: string | null }>`select to_regclass(${counted}) as name`.execute(db)
  if (!found.rows[0]?.name) return false
  const { rows } = await sql`select 1 from ${sql.table(counted)} where step = ${step}`.execute(db)
  return rows.length > 0
}

const migrations = Object.fromEntries(
  Object.entries(STEPS).map(([name, parts], step): [string, Migration] => [
    name,
    {
      async up(db) {
        if (await countedBefore(db, step)) return
        for (const part of parts) await (typeof part === 'string' ? sql.raw(part).execute(db) : part(db))
      },
    },
  ]),
)

/** Bring the schema up to date, or as far as this step. Safe to call from several nodes at once. */
export async function migrate<T>(db: Kysely<T>, upTo?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableSchema: SCHEMA,
    // the order is by name; a clock that was ahead when an earlier step ran must not stop the next start
    allowUnorderedMigrations: true,
  })
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
  if (error) throw error
}
