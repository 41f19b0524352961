import { sql, type Kysely, type Transaction } from 'kysely'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import type { DialogueId } from '../../shared/dialogue/model.ts'
import type { Listed } from './store.ts'
import type { Tables } from './tables.ts'

/** What the organiser's list says of people, beside the log that says what became of it. */

export async function listed(db: Kysely<Tables>, dialogue: DialogueId): Promise<Listed[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'listed'])
    .where('dialogue_id', '=', dialogue)
    .where('listed', 'is not', null)
    .execute()
  return rows.flatMap(({ id, listed: line }) => (line ? [{ person: id, line }] : []))
}

/** Whoever was erased meanwhile gets no name back. */
export async function keepListed(db: Kysely<Tables>, lines: readonly Listed[]): Promise<void> {
  await sql`
    update people set listed = item.line::json
    from unnest(${lines.map(({ person }) => person)}::text[], ${lines.map(({ line }) => JSON.stringify(line))}::text[])
      as item (id, line)
    where people.id = item.id and not people.erased`.execute(db)
}

/** The row of a person follows the log within the same transaction: who was taken out is let in by nothing from that moment on. */
export async function keepOnList(tx: Transaction<Tables>, event: DialogueEvent): Promise<void> {
  if (event.type === 'PeopleChanged') {
    for (const { person, name, role, group } of event.people)
      await tx.updateTable('people').set({ name, role, group_name: group }).where('id', '=', person).execute()
  }
  if (event.type === 'PersonTakenOut') {
    await tx.updateTable('people').set({ out: true }).where('id', '=', event.person).execute()
    await tx.deleteFrom('logins').where('person_id', '=', event.person).execute()
  }
  if (event.type === 'PersonTakenBack')
    await tx
      .updateTable('people')
      .set({ out: false })
      .where('id', '=', event.person)
      .where('erased', '=', false)
      .execute()
}
