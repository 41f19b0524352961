import { Client } from 'pg'
import { SCHEMA } from '../../server/store/schema.ts'

export interface Stored {
  rows: number
  /** With the indexes. */
  bytes: number
}

/** What each table of a database holds. */
export async function storedIn(url: string): Promise<ReadonlyMap<string, Stored>> {
  const client = new Client({ connectionString: url, options: `-c search_path=${SCHEMA}` })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string; bytes: string }>(
      'select tablename as name, pg_total_relation_size(quote_ident(tablename)) as bytes from pg_tables where schemaname = $1',
      [SCHEMA],
    )
    const found = new Map<string, Stored>()
    for (const { name, bytes } of tables) {
      const { rows } = await client.query<{ count: string }>(
        `select count(*) from ${client.escapeIdentifier(name)}`,
      )
      found.set(name, { rows: Number(rows[0]?.count), bytes: Number(bytes) })
    }
    return found
  } finally {
    await client.end()
  }
}

/** Of these tables together. */
export const storedOf = (all: ReadonlyMap<string, Stored>, ...names: string[]): Stored =>
  names.reduce(
    (sum, name) => {
      const one = all.get(name)
      if (!one) throw new Error(`there is no table ${name}`)
      return { rows: sum.rows + one.rows, bytes: sum.bytes + one.bytes }
    },
    { rows: 0, bytes: 0 },
  )
