import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { ForTheAdministrator } from '../kit/forTheAdministrator.ts'

/** Shared by all that serve dialogues from one database; which number it is does not matter. */
const LOCK = 7_403_113
const PATIENCE_MS = 5_000
const BEAT_MS = 5_000
const AGAIN_MS = 250
/** A predecessor that stops is waited for, and one that vanished: the database notices that after 5 + 3 x 2 s. */
const HOLDER_GONE_MS = 12_000
const KEEPALIVE = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3'

/** Somebody else serves from this database; the message is for whoever administers it. */
export class AlreadyServed extends ForTheAdministrator {
  override name = 'AlreadyServed'
  constructor() {
    super(
      'Er draait al een Dialoogtafel op deze database. Zonder REDIS_URL kan er maar één tegelijk draaien. Stop eerst de andere, of geef deze een eigen database (DATABASE_URL). Met meer servers krijgt elke server dezelfde REDIS_URL.',
    )
  }
}

export interface OnlyNode {
  /** Let another one serve from this database. */
  release(): Promise<void>
}

/** Alone, or together with others who say the same. */
export type Place = 'alone' | 'shared'
const TAKE = { alone: 'pg_try_advisory_lock', shared: 'pg_try_advisory_lock_shared' } as const

/** Resolves to a connection that holds the lock; null when another one holds it. Rejects when the database does not answer. */
async function take(url: string, place: Place): Promise<Client | null> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    options: KEEPALIVE,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ mine: boolean }>(`select ${TAKE[place]}($1) as mine`, [LOCK])
    if (rows[0]?.mine) return client
  } catch (error) {
    void client.end()
    throw error
  }
  await client.end()
  return null
}

/** Null: another one kept it all this time. */
async function takeInTime(url: string, place: Place): Promise<Client | null> {
  const until = performance.now() + HOLDER_GONE_MS
  for (;;) {
    const client = await take(url, place)
    if (client || performance.now() > until) return client
    await pause(AGAIN_MS)
  }
}

/** Resolves when this connection, and the lock with it, is gone; also when the database no longer answers on it. */
function gone(client: Client): Promise<void> {
  return new Promise((resolve) => {
    const beat = setInterval(() => client.query('select 1').catch(() => client.end()), BEAT_MS)
    client.once('end', () => {
      clearInterval(beat)
      resolve()
    })
  })
}

/**
 * One process at a time serves from a database, or several that have a bus between them (`shared`): others would put each other's people
 * out of their rooms. Held by a connection of its own; where that breaks (the database was started again) the place is taken again.
 * Rejects with `AlreadyServed`. `lost` is called once, when another one has taken the place.
 */
export async function becomeOnlyNode(
  url: string,
  lost: (error: AlreadyServed) => void,
  place: Place = 'alone',
): Promise<OnlyNode> {
  let client = await takeInTime(url, place)
  if (!client) throw new AlreadyServed()
  let released = false

  const keep = async () => {
    while (client) {
      await gone(client)
      if (released) return
      client = await again()
      if (released) return void client?.end()
    }
    lost(new AlreadyServed())
  }
  /** The database may be away for as long as it likes. */
  const again = async (): Promise<Client | null> => {
    for (;;) {
      try {
        return await takeInTime(url, place)
      } catch {
        if (released) return null
        await pause(AGAIN_MS)
      }
    }
  }
  void keep()
  return {
    async release() {
      released = true
      await client?.end()
    },
  }
}
