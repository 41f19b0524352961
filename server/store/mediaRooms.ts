import type { Kysely } from 'kysely'
import type { MediaRoomStore } from './store.ts'
import type { Tables } from './tables.ts'

/** Which random SFU room stands for which room and version (T3). */
export function createMediaRoomStore(db: Kysely<Tables>): MediaRoomStore {
  return {
    async name(session, room, version, fresh) {
      await db
        .insertInto('media_rooms')
        .values({ session_id: session, room, version, name: fresh })
        .onConflict((on) => on.columns(['session_id', 'room', 'version']).doNothing())
        .execute()
      const row = await db
        .selectFrom('media_rooms')
        .select('name')
        .where('session_id', '=', session)
        .where('room', '=', room)
        .where('version', '=', version)
        .executeTakeFirstOrThrow()
      return row.name
    },
    all: (session) =>
      db
        .selectFrom('media_rooms')
        .select(['room', 'version', 'name'])
        .where('session_id', '=', session)
        .execute(),
    async remove(name) {
      await db.deleteFrom('media_rooms').where('name', '=', name).execute()
    },
  }
}
