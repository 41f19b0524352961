import { sql, type Kysely } from 'kysely'
import type { MediaRoomStore } from './store.ts'
import type { Tables } from './tables.ts'

/** Which random SFU room stands for which room and version (T3). */
export function createMediaRoomStore(db: Kysely<Tables>): MediaRoomStore {
  return {
    name: (session, room, version, fresh) => nameIn(db, { session_id: session, room, version }, fresh),
    all: (session) =>
      db
        .selectFrom('media_rooms')
        .select(['room', 'version', 'name', 'replaced'])
        .where('session_id', '=', session)
        .execute(),
    replace: (name, fresh) =>
      db.transaction().execute(async (tx) => {
        const place = await tx
          .updateTable('media_rooms')
          .set({ replaced: true })
          .where('name', '=', name)
          .returning(['session_id', 'room', 'version'])
          .executeTakeFirstOrThrow()
        return nameIn(tx, place, fresh)
      }),
    async remove(name) {
      await db.deleteFrom('media_rooms').where('name', '=', name).execute()
    },
  }
}

type Place = Pick<Tables['media_rooms'], 'session_id' | 'room' | 'version'>

/** The name in use for this place; `fresh` when there is none. */
async function nameIn(db: Kysely<Tables>, place: Place, fresh: string): Promise<string> {
  await db
    .insertInto('media_rooms')
    .values({ ...place, name: fresh })
    .onConflict((on) =>
      on
        .columns(['session_id', 'room', 'version'])
        .where(sql<boolean>`not replaced`)
        .doNothing(),
    )
    .execute()
  const row = await db
    .selectFrom('media_rooms')
    .select('name')
    .where('session_id', '=', place.session_id)
    .where('room', '=', place.room)
    .where('version', '=', place.version)
    .where('replaced', '=', false)
    .executeTakeFirstOrThrow()
  return row.name
}
