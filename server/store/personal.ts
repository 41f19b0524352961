import { sql, type Kysely } from 'kysely'
import type { PersonId } from '../../shared/dialogue/model.ts'
import type { HeldOfPerson, PersonalStore } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * A table with rows of one person. `shown` is what their file tells of it; what is left out are hashes, that nobody can read, and
 * bytes. `goes`: with the erasing of their name, or only when they can come in no more; the others keep the bare id, or are written
 * anew (`erasure.ts`).
 */
interface PersonalTable {
  table: keyof Tables
  person: 'id' | 'person_id' | 'actor'
  shown: readonly string[]
  goes: 'with name' | 'when out' | 'stays' | 'written anew'
}

/** Everything that is kept by person: erasing and the file of a person follow this one list. */
export const PERSONAL: readonly PersonalTable[] = [
  {
    table: 'people',
    person: 'id',
    shown: ['name', 'role', 'group_name', 'detail', 'opened', 'listed', 'erased', 'out'],
    goes: 'written anew',
  },
  { table: 'addresses', person: 'person_id', shown: ['address', 'no_mail', 'bounced_at'], goes: 'with name' },
  { table: 'mail_refusals', person: 'person_id', shown: ['person_id'], goes: 'with name' },
  {
    table: 'mails',
    person: 'person_id',
    shown: ['kind', 'about', 'state', 'at', 'tries'],
    goes: 'when out',
  },
  { table: 'links', person: 'person_id', shown: ['generation'], goes: 'when out' },
  { table: 'logins', person: 'person_id', shown: ['at'], goes: 'when out' },
  { table: 'commands', person: 'actor', shown: ['at'], goes: 'stays' },
  {
    table: 'speech_intervals',
    person: 'person_id',
    shown: ['session_id', 'room', 'start_ms', 'end_ms'],
    goes: 'stays',
  },
  { table: 'speech_mutes', person: 'person_id', shown: ['session_id', 'room', 'at_ms'], goes: 'stays' },
  { table: 'device_claims', person: 'person_id', shown: ['node'], goes: 'when out' },
  {
    table: 'media_leases',
    person: 'person_id',
    shown: ['session_id', 'room', 'apart'],
    goes: 'when out',
  },
  { table: 'yjs_updates', person: 'actor', shown: ['table_id', 'epoch', 'seq'], goes: 'written anew' },
  { table: 'yjs_authors', person: 'person_id', shown: ['table_id', 'epoch'], goes: 'written anew' },
]

/** Takes away the rows that go: all of them when the person can come in no more. */
export async function removeRows(tx: Kysely<Tables>, person: PersonId, out: boolean): Promise<void> {
  for (const { table, person: column, goes } of PERSONAL)
    if (goes === 'with name' || (out && goes === 'when out'))
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${person}`.execute(tx)
}

/** What is kept of one person, for their file. */
export function createPersonalStore(db: Kysely<Tables>): PersonalStore {
  return {
    held: (dialogue, person) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          const rows: HeldOfPerson['rows'] = {}
          for (const { table, person: column, shown } of PERSONAL) {
            const columns = sql.join(shown.map((name) => sql.ref(name)))
            const found = await sql<Record<string, unknown>>`
              select ${columns} from ${sql.table(table)} where ${sql.ref(column)} = ${person}`.execute(tx)
            rows[table] = found.rows
          }
          const lines = await tx
            .selectFrom('events')
            .innerJoin('sessions', 'sessions.id', 'events.session_id')
            .select(['session_id as session', 'seq', 'at', 'actor', 'event'])
            .where('sessions.dialogue_id', '=', dialogue)
            .where((eb) =>
              eb.or([
                eb('actor', '=', person),
                sql<boolean>`position(${JSON.stringify(person)} in event::text) > 0`,
              ]),
            )
            .orderBy('sessions.number')
            .orderBy('seq')
            .execute()
          return { rows, lines }
        }),
  }
}
