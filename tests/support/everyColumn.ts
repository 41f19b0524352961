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

/** The columns of the whole database, of whatever schema, in which this word stands, as `table.column`; bytes are looked through as they are and as a text's changes. */
export async function columnsWith(database: TestDatabase, word: string): Promise<string[]> {
  const found: string[] = []
  for (const { table, column, type } of await columnsOf(database)) {
    const name = quoted(column)
    if (type === 'bytea') {
      const rows = await database.query<{ bytes: Buffer }>(
        `select ${name} as bytes from ${quoted(table)} where ${name} is not null`,
      )
      const all = rows.map(({ bytes }) => bytes)
      const written = all.map((bytes) => `${bytes.toString('utf8')}\n${typedIn(bytes)}`)
      const together = [...written, all.map(typedIn).join('')].join('\n').toLowerCase()
      if (together.includes(word.toLowerCase())) found.push(`${table}.${column}`)
      continue
    }
    const rows = await database.query(
      `select 1 from ${quoted(table)} where position(lower($1) in lower(${name}::text)) > 0 limit 1`,
      [word],
    )
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}
