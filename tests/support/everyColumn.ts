import * as Y from 'yjs'
import type { TestDatabase } from './database.ts'

interface Column {
  table: string
  column: string
  type: string
}

const columnsOf = (database: TestDatabase): Promise<Column[]> =>
  database.query<Column>(
    `select c.table_name as table, c.column_name as column, c.data_type as type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
     order by 1, 2`,
  )

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** What was ever written in this update, also what was taken out again and letters that were typed one by one. */
function typedIn(update: Buffer): string {
  try {
    const { structs } = Y.decodeUpdate(new Uint8Array(update))
    return structs
      .map((struct) =>
        struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
      )
      .join('')
  } catch {
    return ''
  }
}

/** The columns of the whole database, of whatever schema, in which one of these words stands, as `table.column`; bytes are looked through as they are and as a text's changes. */
export async function columnsWith(database: TestDatabase, ...words: string[]): Promise<string[]> {
  const found: string[] = []
  for (const { table, column, type } of await columnsOf(database)) {
    const all =
      type === 'bytea' ? await written(database, table, column) : await text(database, table, column)
    const lower = all.toLowerCase()
    if (words.some((word) => lower.includes(word.toLowerCase()))) found.push(`${table}.${column}`)
  }
  return found
}

async function text(database: TestDatabase, table: string, column: string): Promise<string> {
  const [row] = await database.query<{ all: string | null }>(
    `select string_agg(${quoted(column)}::text, chr(10)) as all from ${quoted(table)}`,
  )
  return row?.all ?? ''
}

async function written(database: TestDatabase, table: string, column: string): Promise<string> {
  const rows = await database.query<{ bytes: Buffer | null }>(
    `select ${quoted(column)} as bytes from ${quoted(table)}`,
  )
  const all = rows.flatMap(({ bytes }) => bytes ?? [])
  return [...all.map((bytes) => bytes.toString('utf8')), all.map(typedIn).join('')].join('\n')
}
