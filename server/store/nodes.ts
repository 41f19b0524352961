import { sql, type Kysely } from 'kysely'
import type { SessionId } from '../../shared/dialogue/model.ts'
import type { NodeStore } from './nodeStore.ts'
import type { Tables } from './tables.ts'

/** What a node had stored is kept for so long after it was last heard of. */
const FORGOTTEN_MS = 60_000
/** In place of the time until which a lead holds: it lapsed in no way, the session rests. */
const RESTS = -1
/** The database's clock. */
export const NOW = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`

/** Which nodes there are, which of them leads a session, and who is there at which. */
export function createNodeStore(db: Kysely<Tables>): NodeStore {
  return {
    async beat(node, forMs) {
      await sql`delete from nodes where until < ${NOW} - ${FORGOTTEN_MS} and id <> ${node}`.execute(db)
      const { rows } = await sql<{ fresh: boolean }>`
        insert into nodes (id, since, until) values (${node}, ${NOW}, ${NOW} + ${forMs})
        on conflict (id) do update set until = excluded.until
        returning xmax = 0 as fresh`.execute(db)
      return rows[0]?.fresh ?? false
    },
    async living() {
      const rows = await db
        .selectFrom('nodes')
        .select('id')
        .where('until', '>', NOW)
        .orderBy('since')
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    },
    lead: (node, sessions, forMs) => lead(db, node, sessions, forMs),
    async release(node, session, rests) {
      await db
        .updateTable('session_leads')
        .set({ until: rests ? RESTS : 0 })
        .where('session_id', '=', session)
        .where('node', '=', node)
        .execute()
    },
    async ledElsewhere(node, session) {
      const row = await db
        .selectFrom('session_leads')
        .select('node')
        .where('session_id', '=', session)
        .where('node', '<>', node)
        .where('until', '>', NOW)
        .executeTakeFirst()
      return row !== undefined
    },
    async lookedAfter(sessions) {
      if (sessions.length === 0) return []
      const rows = await db
        .selectFrom('session_leads')
        .select('session_id')
        .where('session_id', 'in', sessions)
        .where((eb) => eb.or([eb('until', '>', NOW), eb('until', '=', RESTS)]))
        .execute()
      return rows.map(({ session_id }) => session_id)
    },
    async heads(sessions) {
      if (sessions.length === 0) return []
      return db
        .selectFrom('sessions')
        .innerJoin('dialogues', 'dialogues.id', 'sessions.dialogue_id')
        .select(['sessions.id as session', 'last_seq as seq', 'session_id as current'])
        .where('sessions.id', 'in', sessions)
        .execute()
    },
    async keepPresence({ node, session, version }, people) {
      await sql`
        insert into node_presence (node, session_id, version, people)
        select ${node}, ${session}, ${version}, ${JSON.stringify(people)}
        where exists (select from nodes where id = ${node}) and exists (select from sessions where id = ${session})
        on conflict (node, session_id) do update set version = excluded.version, people = excluded.people
        where node_presence.version < excluded.version`.execute(db)
    },
    async presenceMarks(node, sessions) {
      if (sessions.length === 0) return []
      return db
        .selectFrom('node_presence')
        .select(['node', 'session_id as session', 'version'])
        .where('session_id', 'in', sessions)
        .where('node', '<>', node)
        .execute()
    },
    async presence(node, session) {
      const row = await db
        .selectFrom('node_presence')
        .select(['version', 'people'])
        .where('node', '=', node)
        .where('session_id', '=', session)
        .executeTakeFirst()
      return row ?? null
    },
  }
}

/** The fence rises with every node that takes the lead from another. */
async function lead(
  db: Kysely<Tables>,
  node: string,
  sessions: readonly SessionId[],
  forMs: number,
): Promise<Record<SessionId, number>> {
  if (sessions.length === 0) return {}
  const { rows } = await sql<{ session: SessionId; fence: number }>`
    insert into session_leads (session_id, node, fence, until)
    select id, ${node}, 1, ${NOW} + ${forMs} from sessions where id = any(${[...sessions]}::text[]) order by id
    on conflict (session_id) do update set
      node = excluded.node, until = excluded.until,
      fence = session_leads.fence + (session_leads.node <> excluded.node)::int
    where session_leads.node = excluded.node or session_leads.until < ${NOW}
    returning session_id as session, fence`.execute(db)
  return Object.fromEntries(rows.map(({ session, fence }) => [session, fence]))
}
