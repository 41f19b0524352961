import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

export interface TestDatabase {
  url: string
  /** Run SQL beside the server, as an administrator would. */
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>
  drop(): Promise<void>
}

const run = async <T extends object>(url: URL, text: string, values: unknown[] = []): Promise<T[]> => {
  const client = new Client({
    connectionString: url.href,
    options: '-c search_path=dialoogtafel,public',
  })
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** A database of one's own in the run's PostgreSQL, or in this one. */
export async function createTestDatabase(server: string = inject('databaseUrl')): Promise<TestDatabase> {
  const admin = new URL(server)
  const name = `t_${randomBytes(6).toString('hex')}`
  await run(admin, `create database ${name}`)
  const own = new URL(admin)
  own.pathname = `/${name}`
  return {
    url: own.href,
    query: (text, values) => run(own, text, values),
    drop: async () => {
      await run(admin, `drop database ${name} with (force)`)
    },
  }
}
