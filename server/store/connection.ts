import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, types } from 'pg'
import { createDocumentStore } from './documents.ts'
import { createEventLog } from './events.ts'
import { createMediaRoomStore } from './mediaRooms.ts'
import { migrate, SCHEMA } from './migrations.ts'
import { createPeopleStore } from './people.ts'
import { createSpeechStore } from './speech.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

const BIGINT = 20
/** Milliseconds after which a database that does not answer counts as away. */
const PATIENCE_MS = 5_000

export interface StoreOptions {
  /** PostgreSQL connection string. */
  url: string
  /** Told about connections that broke while idle; without it Node would end the process. */
  onTrouble?: (error: Error) => void
  connections?: number
}

function connect({ url, onTrouble = () => undefined, connections = 8 }: StoreOptions): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
    options: `-c search_path=${SCHEMA}`,
    types: {
      // milliseconds and counts fit a double; text would not add up
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format ?? 'text'),
    },
  })
  pool.on('error', onTrouble)
  // a connection in use reports on its own; without a listener that would end the process too
  pool.on('connect', (client) => client.on('error', onTrouble))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** Refuse a database that says "stored" before it is. */
async function assertDurable(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ fsync: string; commit: string }>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(db)
  const row = rows[0]
  if (row?.fsync === 'off' || row?.commit === 'off') {
    throw new Error('PostgreSQL runs with fsync or synchronous_commit off: acknowledged work could be lost')
  }
}

/** Connect, migrate, and give everything that lasts behind one interface. Rejects when the database does not answer. */
export async function createStore(options: StoreOptions): Promise<Store> {
  const db = connect(options)
  try {
    await assertDurable(db)
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    events: createEventLog(db),
    people: createPeopleStore(db),
    documents: createDocumentStore(db),
    speech: createSpeechStore(db),
    mediaRooms: createMediaRoomStore(db),
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    close: () => db.destroy(),
  }
}
