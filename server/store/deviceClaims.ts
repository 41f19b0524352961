import { sql, type Kysely } from 'kysely'
import { NOW } from './nodes.ts'
import type { DeviceClaimStore } from './nodeStore.ts'
import type { Tables } from './tables.ts'

/** One device per person for all nodes of an instance. */
export function createDeviceClaimStore(db: Kysely<Tables>): DeviceClaimStore {
  return {
    async take({ person, node, claim, login }, taken) {
      const { rows } = await sql`
        insert into device_claims (person_id, node, claim, login) values (${person}, ${node}, ${claim}, ${login})
        on conflict (person_id) do update
        set node = excluded.node, claim = excluded.claim, login = excluded.login
        where ${taken}::boolean or device_claims.node = excluded.node
          or not exists (select from nodes where id = device_claims.node and until > ${NOW})
        returning claim`.execute(db)
      return rows.length > 0
    },
    async drop(claim) {
      await db.deleteFrom('device_claims').where('claim', '=', claim).execute()
    },
    async held(people) {
      if (people.length === 0) return []
      return db
        .selectFrom('device_claims')
        .select(['person_id as person', 'node', 'claim', 'login'])
        .where('person_id', 'in', people)
        .execute()
    },
  }
}
