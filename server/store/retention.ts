import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import { toDialogue } from './people.ts'
import type { HeldDialogue, RetentionStore } from './store.ts'
import type { Tables } from './tables.ts'

/** When something last happened in a session. That names went from it is nothing that happened there. */
export const lastAt = (eb: ExpressionBuilder<Tables, 'sessions'>) =>
  eb
    .selectFrom('events')
    .select('events.at')
    .whereRef('events.session_id', '=', 'sessions.id')
    .where(sql`event ->> 'type'`, '<>', 'PeopleErased')
    .orderBy('events.seq', 'desc')
    .limit(1)
    .as('last_at')

/** Until when dialogues are kept, and what that follows from. */
export function createRetentionStore(db: Kysely<Tables>): RetentionStore {
  const dialogues = () =>
    db
      .selectFrom('dialogues')
      .innerJoin('sessions', 'sessions.id', 'dialogues.session_id')
      .selectAll('dialogues')
      .select(['sessions.begun_at', 'sessions.ended_at'])
      .select(lastAt)
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('people')
              .select(sql`1`.as('one'))
              .whereRef('people.dialogue_id', '=', 'dialogues.id')
              .where('people.erased', '=', false),
          )
          .as('named'),
      )
      .orderBy('dialogues.created_at')
  type Row = Awaited<ReturnType<ReturnType<typeof dialogues>['execute']>>[number]
  const toHeld = (row: Row): HeldDialogue => ({
    row: toDialogue(row),
    createdAt: row.created_at,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    lastAt: row.last_at,
    chosen: { names: row.names_until, all: row.all_until },
    named: Boolean(row.named),
  })
  return {
    async held(dialogue) {
      const row = await dialogues().where('dialogues.id', '=', dialogue).executeTakeFirst()
      return row ? toHeld(row) : null
    },
    all: async () => (await dialogues().where('dialogues.demo', '=', false).execute()).map(toHeld),
    async choose(dialogue, { names, all }) {
      await db
        .updateTable('dialogues')
        .set({ names_until: names, all_until: all })
        .where('id', '=', dialogue)
        .execute()
    },
  }
}
