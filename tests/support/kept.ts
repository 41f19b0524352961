import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { migrate } from '../../server/store/migrations.ts'
import { STEPS } from '../../server/store/steps.ts'
import type { TestDatabase } from './database.ts'

/** A database as it was left by a release: how far its schema had come, and every row. Bytes are base64 under `$`. */
export interface KeptDatabase {
  /** The last step of its schema; a number where the release counted them. */
  steps: string | number
  tables: Record<string, Record<string, unknown>[]>
}

const isBytes = (value: unknown): value is { $: string } =>
  typeof value === 'object' && value !== null && '$' in value

export async function dump(database: TestDatabase): Promise<KeptDatabase> {
  const names = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'dialoogtafel' and table_name not like '%migration%' order by 1`,
  )
  const tables: KeptDatabase['tables'] = {}
  for (const { name } of names) {
    const rows = await database.query<Record<string, unknown>>(`select * from ${name}`)
    tables[name] = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          Buffer.isBuffer(value) ? { $: value.toString('base64') } : value,
        ]),
      ),
    )
  }
  const [last] = await database.query<{ name: string }>('select max(name) as name from kysely_migration')
  return { steps: last?.name ?? '', tables }
}

/** The schema after so many steps, counted as releases up to 0.1.0 did. */
export async function migrateAsBefore<T>(db: Kysely<T>, steps: number): Promise<void> {
  await migrate(db, Object.keys(STEPS)[steps - 1])
  await sql`drop table kysely_migration, kysely_migration_lock`.execute(db)
  await sql`create table migrations (step integer primary key)`.execute(db)
  await sql`insert into migrations select generate_series(0, ${steps - 1}::integer)`.execute(db)
}

/** The schema of then with the rows of then: as a later release finds it. */
export async function restore(database: TestDatabase, { steps, tables }: KeptDatabase): Promise<void> {
  const options = '-c search_path=dialoogtafel -c session_replication_role=replica'
  const pool = new Pool({ connectionString: database.url, options, max: 1 })
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  if (typeof steps === 'string') await migrate(db, steps)
  else await migrateAsBefore(db, steps)
  for (const [name, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const columns = Object.keys(row)
      const values = Object.values(row).map((value) => {
        if (isBytes(value)) return Buffer.from(value.$, 'base64')
        return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
      })
      const places = columns.map((_, index) => `$${index + 1}`).join(', ')
      await pool.query(`insert into ${name} (${columns.join(', ')}) values (${places})`, values)
    }
  }
  await db.destroy()
}
