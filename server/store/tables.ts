import type { ColumnType, Generated } from 'kysely'
import type { Group, Role } from '../../shared/dialogue/model.ts'
import type { ImportedPerson } from '../../shared/dialogue/people/import.ts'
import type { Answer, Presence } from '../../shared/protocol.ts'
import type { MailKind, MailState } from '../../shared/dialogue/people/mail.ts'
import type { DocumentTables } from './documentTables.ts'

/** Written as text, read as the value. */
type Json<T> = ColumnType<T, string, string>

/** The tables as rows; `bigint` columns are read as numbers (see `connect`). */
export interface Tables extends DocumentTables {
  dialogues: {
    id: string
    session_id: string
    title: string
    promise: string | null
    starts_at: number | null
    ends_at: number | null
    demo: boolean
    created_at: number
    /** How often title or time were changed. */
    edits: Generated<number>
    /** Chosen by the organiser; null: they follow from the last session. */
    names_until: Generated<number | null>
    all_until: Generated<number | null>
  }
  people: {
    id: string
    dialogue_id: string
    position: number
    name: string
    role: Role
    group_name: Group | null
    detail: string | null
    generation: number
    opened: boolean
    /** The name is no name any more. */
    erased: Generated<boolean>
    out: Generated<boolean>
    /** Their line in the list that was last read; null: they are from no list, or erased. */
    listed: ColumnType<ImportedPerson | null, string | undefined, string | null>
  }
  links: {
    hash: Buffer
    person_id: string
    generation: number
    /** Keyed hash of the short code; null for links from before there were codes, until they are made known again. */
    code: Buffer | null
  }
  addresses: {
    person_id: string
    address: string
    /** "Geen mail meer" was pressed. */
    no_mail: Generated<boolean>
    bounced_at: Generated<number | null>
  }
  /** Addresses at which a person wants no mail, as hashes: the address itself may have been taken away. */
  mail_refusals: { person_id: string; address_hash: Buffer }
  mails: {
    person_id: string
    kind: MailKind
    /** Beginning of the session it is about; 0 when that has no date. */
    about: number
    state: MailState
    at: number
    tries: Generated<number>
  }
  logins: { hash: Buffer; person_id: string; generation: number; at: number }
  sessions: {
    id: string
    dialogue_id: string
    number: number | null
    last_seq: number
    last_hash: Buffer | null
    /** When the log says that it began and ended; kept with every append. */
    begun_at: Generated<number | null>
    ended_at: Generated<number | null>
  }
  events: {
    session_id: string
    seq: number
    at: number
    actor: string
    event: Json<unknown>
    hash: Buffer
  }
  commands: { command_id: string; session_id: string; actor: string; answer: Json<Answer>; at: number }
  evaluation_counts: { session_id: string; question: string; rating: string; given: number }
  evaluation_words: { id: Generated<string>; session_id: string; words: string }
  evaluation_tokens: { token: Buffer; session_id: string }
  speech_intervals: {
    session_id: string
    room: string
    person_id: string
    start_ms: number
    end_ms: number
  }
  speech_mutes: { session_id: string; room: string; person_id: string; at_ms: number }
  speech_gaps: { session_id: string; room: string; start_ms: number; end_ms: number }
  media_rooms: {
    session_id: string
    room: string
    version: number
    name: string
    replaced: Generated<boolean>
  }
  nodes: { id: string; since: number; until: number }
  session_leads: { session_id: string; node: string; fence: number; until: number }
  device_claims: { person_id: string; node: string; claim: string; login: string }
  media_leases: {
    session_id: string
    person_id: string
    /** Where they talk apart, beside the room they are seated in. */
    apart: boolean
    identity: string
    room: string
    version: number
    sfu_room: string
    seq: number
    displaced: string | null
    connection: string | null
  }
  node_presence: { node: string; session_id: string; version: number; people: Json<Presence[]> }
}
