import type { Kysely } from 'kysely'
import { carryAgreementsOver } from './carryOver.ts'

/** A statement, or work that no statement can do. */
export type Part = string | ((db: Kysely<unknown>) => Promise<void>)

/**
 * The schema, one step after the other by name; a step that has run is never changed. `seq` and `epoch` are integers,
 * times are milliseconds in `bigint`. Events are kept as the text they were written in, for the chain of hashes is over that text.
 */
export const STEPS: Readonly<Record<string, readonly Part[]>> = {
  '01 dialogues, logs and texts': [
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
  '02 further sessions': [
    `alter table sessions drop constraint sessions_id_fkey`,
    `alter table sessions add column dialogue_id text references dialogues on delete cascade, add column number integer`,
    `update sessions set number = 1, dialogue_id = (select id from dialogues where session_id = sessions.id)`,
    `alter table sessions alter column dialogue_id set not null`,
    `create unique index sessions_by_dialogue on sessions (dialogue_id, number)`,
  ],
  // A room may get another SFU room; the one before is known until it has been deleted.
  '03 another SFU room': [
    `alter table media_rooms drop constraint media_rooms_pkey, add primary key (name),
       add column replaced boolean not null default false`,
    `create unique index media_rooms_in_use on media_rooms (session_id, room, version) where not replaced`,
  ],
  // A pause in somebody's talk is theirs, save when the microphone was muted in it.
  '04 mutes': [
    `create table speech_mutes (
       session_id text not null references sessions on delete cascade, room text not null, person_id text not null,
       at_ms bigint not null)`,
    `create index speech_mutes_by_session on speech_mutes (session_id)`,
  ],
  // Whether a session is under way is seen without reading its log.
  '05 begun and ended': [
    `alter table sessions add column begun_at bigint, add column ended_at bigint`,
    `update sessions set begun_at = marks.begun_at, ended_at = marks.ended_at
       from (select session_id, min(at) filter (where event ->> 'type' = 'PlenaryOpened') as begun_at,
                    min(at) filter (where event ->> 'type' = 'SessionEnded') as ended_at
             from events group by session_id) as marks
       where sessions.id = marks.session_id`,
  ],
  // Which agreements there are stands in the log; a version knows who wrote it, also when the updates are taken up.
  '06 agreements in the log': [
    `create table yjs_authors (
       table_id text not null references documents on delete cascade, epoch integer not null, client bigint not null,
       person_id text not null, primary key (table_id, epoch, client, person_id))`,
    carryAgreementsOver,
  ],
  // Answers are counted, not kept by person; who has answered stands apart, as a token that only this instance can make.
  '07 evaluations': [
    `create table evaluation_counts (
       session_id text not null references sessions on delete cascade, question text not null, rating text not null,
       given integer not null, primary key (session_id, question, rating))`,
    `create table evaluation_words (
       id uuid primary key default gen_random_uuid(), session_id text not null references sessions on delete cascade,
       words text not null)`,
    `create index evaluation_words_by_session on evaluation_words (session_id)`,
    `create table evaluation_tokens (
       token bytea primary key, session_id text not null references sessions on delete cascade)`,
    `create index evaluation_tokens_by_session on evaluation_tokens (session_id)`,
  ],
  // Nobody has seen dates for what is there already: for that they count from now, or from a meeting that is still to come.
  '08 how long it is kept': [
    `alter table people add column erased boolean not null default false, add column out boolean not null default false`,
    `alter table dialogues add column names_until bigint, add column all_until bigint`,
    `update dialogues set names_until = base.at + 183 * 86400000::bigint, all_until = base.at + 731 * 86400000::bigint
       from (select id, greatest(coalesce(ends_at, starts_at, 0), (extract(epoch from now()) * 1000)::bigint) as at
             from dialogues) as base
       where dialogues.id = base.id`,
  ],
  // What a list said of somebody when it was last read, to see what the next one has changed.
  '09 lists of people': [`alter table people add column listed json`],
  // Where somebody gets mail, what was sent there, and a link's short code; no link works only once any more.
  '10 mail and codes': [
    `create table addresses (
       person_id text primary key references people on delete cascade, address text not null,
       no_mail boolean not null default false, bounced_at bigint)`,
    `create table mails (
       person_id text not null references people on delete cascade, kind text not null, about bigint not null,
       state text not null, at bigint not null, tries integer not null default 0,
       primary key (person_id, kind, about))`,
    `create index mails_waiting on mails (at) where state in ('waiting', 'sending')`,
    `alter table links add column code bytea, drop column used_at`,
    `alter table dialogues add column edits integer not null default 0`,
    `create index links_by_code on links (code)`,
  ],
  // "Geen mail meer" holds for an address for as long as its person is there, also when it was taken away and comes back.
  '11 no mail is remembered': [
    `create table mail_refusals (
       person_id text not null references people on delete cascade, address_hash bytea not null,
       primary key (person_id, address_hash))`,
    `insert into mail_refusals (person_id, address_hash)
       select person_id, sha256(convert_to(address, 'UTF8')) from addresses where no_mail`,
  ],
  // Several nodes on one database: which there are, which of them leads a session, who is there at which, and who is in by which device and pass.
  '12 several nodes': [
    `create table nodes (id text primary key, since bigint not null, until bigint not null)`,
    `create table session_leads (
       session_id text primary key references sessions on delete cascade, node text not null,
       fence integer not null, until bigint not null)`,
    `create table node_presence (
       node text not null references nodes on delete cascade,
       session_id text not null references sessions on delete cascade,
       version bigint not null, people json not null, primary key (node, session_id))`,
    `create table device_claims (
       person_id text primary key references people on delete cascade,
       node text not null references nodes on delete cascade, claim text not null, login text not null)`,
    `create table media_leases (
       session_id text not null references sessions on delete cascade,
       person_id text not null references people on delete cascade, apart boolean not null,
       identity text not null unique, room text not null, version integer not null, sfu_room text not null,
       seq integer not null, displaced text, connection text, primary key (session_id, person_id, apart))`,
  ],
  // Words on which a decision is taken stand still at every node: an append must find this row as it knew it.
  '13 words that stand still': [
    `alter table documents add column holds integer not null default 0, add column held jsonb not null default '{}'`,
  ],
}
