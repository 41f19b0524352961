import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { DatabaseError, Pool, types, type PoolClient } from 'pg'
import { SCHEMA } from './schema.ts'
import type { PoolLoad } from './store.ts'

const BIGINT = 20
/** Milliseconds after which a database that does not answer counts as away. */
const PATIENCE_MS = 5_000
/** The database itself gives up before we do: then it is known that nothing was done, and the connection stays good. */
const STATEMENT_MS = 4_000
/** A transaction that nobody goes on with, for this process hangs, must not keep its locks. */
const IDLE_TRANSACTION_MS = 10_000

/** `/* prepared: NAME *\/` in front of a statement that comes with every keystroke: each connection plans it once. */
const PREPARED = /^\s*\/\* prepared: (\w+) \*\//

export interface PoolOptions {
  /** PostgreSQL connection string. */
  url: string
  connections: number
  /** Told about connections that broke while idle; without it Node would end the process. */
  onTrouble: (error: Error) => void
  /** For work of any length, such as changing the schema. */
  unhurried?: boolean
}

const LIMITS = {
  query_timeout: PATIENCE_MS,
  statement_timeout: STATEMENT_MS,
  idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
}

/**
 * Connections to the database, lent one by one. A statement that was given up may still be under way, and with it a
 * transaction: its connection is closed there and then, and never lent again.
 */
export function createPool({
  url,
  connections,
  onTrouble,
  unhurried = false,
}: PoolOptions): PostgresPool & { load(): PoolLoad } {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
    options: `-c search_path=${SCHEMA}`,
    types: {
      // milliseconds and counts fit a double; text would not add up
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format ?? 'text'),
    },
    ...(unhurried ? {} : LIMITS),
  })
  pool.on('error', onTrouble)
  // a connection in use reports on its own; without a listener that would end the process too
  pool.on('connect', (client) => client.on('error', onTrouble))
  return {
    async connect() {
      for (;;) {
        const client = await pool.connect()
        if (isIdle(client)) return lend(client)
        client.release(true)
      }
    },
    end: () => pool.end(),
    load: () => ({
      lent: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
  }
}

/** Every statement was answered, and the last answer said: outside a transaction. */
const isIdle = (client: PoolClient): boolean => client.getTransactionStatus() === 'I'

function lend(client: PoolClient): PostgresPoolClient {
  let givenUp = false
  const query = async (text: string, values: readonly unknown[] = []) => {
    if (givenUp) throw new Error('a statement before this one was given up; its connection is closed')
    const [, name] = PREPARED.exec(text) ?? []
    try {
      return await client.query({ text, values: [...values], ...(name && { name }) })
    } catch (error) {
      // a refusal by the database is an answer; without one nobody knows what it is still doing for us
      if (!(error instanceof DatabaseError)) {
        givenUp = true
        client.release(true)
      }
      throw error
    }
  }
  return {
    // the other form, with a cursor, is not used
    query: query as unknown as PostgresPoolClient['query'],
    release: () => {
      if (!givenUp) client.release(!isIdle(client))
    },
  }
}
