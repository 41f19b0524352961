import type { Kysely } from 'kysely'
import type { SpeechStore } from './store.ts'
import type { Tables } from './tables.ts'

/** Measured speech, apart from the log: who talked from when to when, and where nothing was measured (S8). */
export function createSpeechStore(db: Kysely<Tables>): SpeechStore {
  return {
    async add(intervals) {
      if (intervals.length === 0) return
      await db
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
        .execute()
    },
    async addGap({ session, room, startMs, endMs }) {
      await db
        .insertInto('speech_gaps')
        .values({
          session_id: session,
          room,
          start_ms: Math.round(startMs),
          end_ms: Math.round(endMs),
        })
        .execute()
    },
    async read(session) {
      const intervals = await db
        .selectFrom('speech_intervals')
        .selectAll()
        .where('session_id', '=', session)
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
        gaps: gaps.map((row) => ({ session, room: row.room, startMs: row.start_ms, endMs: row.end_ms })),
      }
    },
  }
}
