import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { migrate } from '../../server/store/migrations.ts'
import type { TestDatabase } from './database.ts'

/** A database as it was left by a release: how far its schema had come, and every row. Bytes are base64 under `$`. */
export interface KeptDatabase {
  steps: number
  tables: Record<string, Record<string, unknown>[]>
}

const isBytes = (value: unknown): value is { $: string } =>
  typeof value === 'object' && value !== null && '$' in value

export async function dump(database: TestDatabase): Promise<KeptDatabase> {
  const names = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'dialoogtafel' and table_name <> 'migrations' order by 1`,
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
  const [steps] = await database.query<{ count: number }>('select count(*)::int as count from migrations')
  return { steps: steps?.count ?? 0, tables }
}

/** The schema of then with the rows of then: as a later release finds it. */
export async function restore(database: TestDatabase, { steps, tables }: KeptDatabase): Promise<void> {
  const options = '-c search_path=dialoogtafel -c session_replication_role=replica'
  const pool = new Pool({ connectionString: database.url, options, max: 1 })
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  await migrate(db, steps)
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
