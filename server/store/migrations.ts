import { sql, type Kysely } from 'kysely'
import { SCHEMA } from './schema.ts'

/**
 * The schema, one step per line of history; a step that has run is never changed. `seq` and `epoch` are integers,
 * times are milliseconds in `bigint`. Events are kept as the text they were written in, for the chain of hashes is over that text.
 */
const STEPS: readonly string[][] = [
  [
    `create table dialogues (
       id text primary key, session_id text not null unique, title text not null, promise text,
       starts_at bigint, ends_at bigint, demo boolean not null default false, created_at bigint not null)`,
    `create table people (
       id text primary key, dialogue_id text not null references dialogues on delete cascade,
       position integer not null, name text not null, role text not null, group_name text, detail text,
       generation integer not null default 1, opened boolean not null default false)`,
    `create index people_by_dialogue on people (dialogue_id)`,
    `create table links (
       hash bytea primary key, person_id text not null references people on delete cascade,
       generation integer not null, used_at bigint)`,
    `create index links_by_person on links (person_id)`,
    `create table logins (
       hash bytea primary key, person_id text not null references people on delete cascade,
       generation integer not null, at bigint not null)`,
    `create index logins_by_person on logins (person_id)`,
    `create table sessions (
       id text primary key references dialogues (session_id) on delete cascade,
       last_seq integer not null default 0, last_hash bytea)`,
    `create table events (
       session_id text not null references sessions on delete cascade, seq integer not null, at bigint not null,
       actor text not null, event json not null, hash bytea not null, primary key (session_id, seq))`,
    `create table commands (
       command_id text primary key, session_id text not null references sessions on delete cascade,
       actor text not null, answer json not null, at bigint not null)`,
    `create index commands_by_session on commands (session_id)`,
    `create table speech_intervals (
       session_id text not null references sessions on delete cascade, room text not null, person_id text not null,
       start_ms bigint not null, end_ms bigint not null)`,
    `create index speech_by_session on speech_intervals (session_id)`,
    `create table speech_gaps (
       session_id text not null references sessions on delete cascade, room text not null,
       start_ms bigint not null, end_ms bigint not null)`,
    `create table media_rooms (
       session_id text not null references sessions on delete cascade, room text not null, version integer not null,
       name text not null unique, primary key (session_id, room, version))`,
    `create table documents (
       table_id text primary key, dialogue_id text not null, epoch integer not null, seq integer not null)`,
    `create index documents_by_dialogue on documents (dialogue_id)`,
    `create table yjs_updates (
       table_id text not null references documents on delete cascade, epoch integer not null, seq integer not null,
       update bytea not null, actor text not null, crc text not null, primary key (table_id, epoch, seq))`,
    `create table yjs_snapshots (
       table_id text not null references documents on delete cascade, epoch integer not null, seq integer not null,
       state bytea not null, crc text not null, primary key (table_id, epoch, seq))`,
  ],
  // A dialogue may have several sessions, one after the other. `number` is null until the dialogue has gone on to it.
  [
    `alter table sessions drop constraint sessions_id_fkey`,
    `alter table sessions add column dialogue_id text references dialogues on delete cascade, add column number integer`,
    `update sessions set number = 1, dialogue_id = (select id from dialogues where session_id = sessions.id)`,
    `alter table sessions alter column dialogue_id set not null`,
    `create unique index sessions_by_dialogue on sessions (dialogue_id, number)`,
  ],
  // A room may get another SFU room; the one before is known until it has been deleted.
  [
    `alter table media_rooms drop constraint media_rooms_pkey, add primary key (name),
       add column replaced boolean not null default false`,
    `create unique index media_rooms_in_use on media_rooms (session_id, room, version) where not replaced`,
  ],
  // A pause in somebody's talk is theirs, save when the microphone was muted in it.
  [
    `create table speech_mutes (
       session_id text not null references sessions on delete cascade, room text not null, person_id text not null,
       at_ms bigint not null)`,
    `create index speech_mutes_by_session on speech_mutes (session_id)`,
  ],
  // Whether a session is under way is seen without reading its log.
  [
    `alter table sessions add column begun_at bigint, add column ended_at bigint`,
    `update sessions set begun_at = marks.begun_at, ended_at = marks.ended_at
       from (select session_id, min(at) filter (where event ->> 'type' = 'PlenaryOpened') as begun_at,
                    min(at) filter (where event ->> 'type' = 'SessionEnded') as ended_at
             from events group by session_id) as marks
       where sessions.id = marks.session_id`,
  ],
]

/** Held while migrating, so that two nodes that start together do not both run a step. */
const MIGRATION_LOCK = 7_403_112

/** Bring the schema up to date, or as far as it was after so many steps. Safe to call from several nodes at once. */
export async function migrate<T>(db: Kysely<T>, steps = STEPS.length): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx)
    await sql`create schema if not exists ${sql.ref(SCHEMA)}`.execute(tx)
    await sql`create table if not exists migrations (step integer primary key)`.execute(tx)
    const done = await sql<{ step: number }>`select step from migrations`.execute(tx)
    const known = new Set(done.rows.map((row) => row.step))
    for (const [step, statements] of STEPS.slice(0, steps).entries()) {
      if (known.has(step)) continue
      for (const statement of statements) await sql.raw(statement).execute(tx)
      await sql`insert into migrations (step) values (${step})`.execute(tx)
    }
  })
}
