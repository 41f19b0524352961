import { createHash } from 'node:crypto'
import type { TestDatabase } from './database.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Each table of the schema with its number of rows and a hash over all that stands in them. */
export async function everyRow(database: TestDatabase): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'dialoogtafel' order by 1`,
  )
  const found: [string, string][] = []
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`)
    found.push([name, `${rows.length} ${sha256(rows.map(({ row }) => row).join('\n'))}`])
  }
  return Object.fromEntries(found)
}
