import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { assertFit, conditionOf } from './condition.ts'
import { createDocumentStore } from './documents.ts'
import { createErasureStore } from './erasure.ts'
import { createEvaluationStore } from './evaluations.ts'
import { createEventLog } from './events.ts'
import { createMailStore } from './mail.ts'
import { createMediaRoomStore } from './mediaRooms.ts'
import { migrate } from './migrations.ts'
import { createPeopleStore } from './people.ts'
import { createDeviceClaimStore } from './deviceClaims.ts'
import { createMediaLeaseStore } from './mediaLeases.ts'
import { createNodeStore } from './nodes.ts'
import { createPersonalStore } from './personal.ts'
import { createPool, type PoolOptions } from './pool.ts'
import { createRetentionStore } from './retention.ts'
import { inspect } from './soundness.ts'
import { createSpeechStore } from './speech.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

export type StoreOptions = Pick<PoolOptions, 'url'> & Partial<Pick<PoolOptions, 'onTrouble' | 'connections'>>

const CONNECTIONS = 8

const over = (pool: PostgresPool): Kysely<Tables> => new Kysely({ dialect: new PostgresDialect({ pool }) })

export const connect = (options: PoolOptions): Kysely<Tables> => over(createPool(options))

/** On a connection of its own: changing the schema may take longer than anybody who works would wait. */
async function prepare(options: PoolOptions): Promise<void> {
  const db = connect({ ...options, connections: 1, unhurried: true })
  try {
    await assertFit(db)
    await migrate(db)
  } finally {
    await db.destroy()
  }
}

/** Connect, migrate, and give everything that lasts behind one interface. Rejects when the database does not answer. */
export async function createStore({
  url,
  onTrouble = () => undefined,
  connections = CONNECTIONS,
}: StoreOptions): Promise<Store> {
  const options = { url, onTrouble, connections }
  await prepare(options)
  const pool = createPool(options)
  const db = over(pool)
  return {
    events: createEventLog(db),
    people: createPeopleStore(db),
    documents: createDocumentStore(db),
    speech: createSpeechStore(db),
    mediaRooms: createMediaRoomStore(db),
    evaluations: createEvaluationStore(db),
    erasure: createErasureStore(db),
    personal: createPersonalStore(db),
    retention: createRetentionStore(db),
    mail: createMailStore(db),
    nodes: createNodeStore(db),
    mediaLeases: createMediaLeaseStore(db),
    deviceClaims: createDeviceClaimStore(db),
    condition: () => conditionOf(db),
    inspect: () => inspect(db),
    load: pool.load,
    close: () => db.destroy(),
  }
}
