import type { Kysely } from 'kysely'
import type { SessionId } from '../../shared/dialogue/model.ts'
import { isSuperseded } from './fences.ts'
import type { SpeechStore } from './store.ts'
import type { Tables } from './tables.ts'

/** Measured speech, apart from the log: who talked from when to when, who muted, and where nothing was measured (S8). */
export function createSpeechStore(db: Kysely<Tables>): SpeechStore {
  /** Rows of one session; false when another node leads it since. */
  async function keep(
    rows: readonly { session: SessionId }[],
    fence: number | undefined,
    write: (tx: Kysely<Tables>) => Promise<unknown>,
  ): Promise<boolean> {
    const [first] = rows
    if (!first) return true
    if (fence === undefined) {
      await write(db)
      return true
    }
    return db.transaction().execute(async (tx) => {
      if (await isSuperseded(tx, first.session, fence)) return false
      await write(tx)
      return true
    })
  }

  return {
    add: (intervals, fence) =>
      keep(intervals, fence, (tx) =>
        tx
          .insertInto('speech_intervals')
          .values(
            intervals.map(({ session, room, person, startMs, endMs }) => ({
              session_id: session,
              room,
              person_id: person,
              start_ms: Math.round(startMs),
              end_ms: Math.round(endMs),
            })),
          )
          .execute(),
      ),
    addMutes: (mutes, fence) =>
      keep(mutes, fence, (tx) =>
        tx
          .insertInto('speech_mutes')
          .values(
            mutes.map(({ session, room, person, atMs }) => ({
              session_id: session,
              room,
              person_id: person,
              at_ms: Math.round(atMs),
            })),
          )
          .execute(),
      ),
    addGaps: (gaps, fence) =>
      keep(gaps, fence, (tx) =>
        tx
          .insertInto('speech_gaps')
          .values(
            gaps.map(({ session, room, startMs, endMs }) => ({
              session_id: session,
              room,
              start_ms: Math.round(startMs),
              end_ms: Math.round(endMs),
            })),
          )
          .execute(),
      ),
    async read(session) {
      const intervals = await db
        .selectFrom('speech_intervals')
        .selectAll()
        .where('session_id', '=', session)
        .execute()
      const mutes = await db
        .selectFrom('speech_mutes')
        .selectAll()
        .where('session_id', '=', session)
        .orderBy('at_ms')
        .execute()
      const gaps = await db.selectFrom('speech_gaps').selectAll().where('session_id', '=', session).execute()
      return {
        intervals: intervals.map((row) => ({
          session,
          room: row.room,
          person: row.person_id,
          startMs: row.start_ms,
          endMs: row.end_ms,
        })),
        mutes: mutes.map((row) => ({ session, room: row.room, person: row.person_id, atMs: row.at_ms })),
        gaps: gaps.map((row) => ({ session, room: row.room, startMs: row.start_ms, endMs: row.end_ms })),
      }
    },
  }
}
