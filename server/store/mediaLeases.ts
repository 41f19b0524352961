import type { Kysely } from 'kysely'
import type { MediaLeaseStore } from './nodeStore.ts'
import type { Tables } from './tables.ts'

/** One media lease per person for all nodes of an instance, and one beside it for whoever talks apart. */
export function createMediaLeaseStore(db: Kysely<Tables>): MediaLeaseStore {
  return {
    async give(session, { sfuRoom, person, ...lease }) {
      const row = { ...lease, sfu_room: sfuRoom }
      await db
        .insertInto('media_leases')
        .values({ session_id: session, person_id: person, ...row })
        .onConflict((on) => on.columns(['session_id', 'person_id', 'apart']).doUpdateSet(row))
        .execute()
    },
    async claim(identity, connection) {
      await db.updateTable('media_leases').set({ connection }).where('identity', '=', identity).execute()
    },
    async end(identity) {
      await db.deleteFrom('media_leases').where('identity', '=', identity).execute()
    },
    async endAll(session, person) {
      const all = db.deleteFrom('media_leases').where('session_id', '=', session)
      await (person === undefined ? all : all.where('person_id', '=', person)).execute()
    },
    async has(identity) {
      const row = await db
        .selectFrom('media_leases')
        .select('identity')
        .where('identity', '=', identity)
        .executeTakeFirst()
      return row !== undefined
    },
    async all(session) {
      const rows = await db.selectFrom('media_leases').selectAll().where('session_id', '=', session).execute()
      return rows.map(({ session_id: _session, person_id: person, sfu_room: sfuRoom, ...lease }) => ({
        ...lease,
        person,
        sfuRoom,
      }))
    },
  }
}
