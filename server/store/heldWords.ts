import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { HeldWords, StoredHold } from './documentStore.ts'
import type { Tables } from './tables.ts'

/** What the column `held` of a document becomes, and how it is read; times are of the database's clock. */

const NOW_MS = sql`extract(epoch from clock_timestamp()) * 1000`

/** What stands still now, in the order in which it began. */
export const heldNow = sql<HeldWords[]>`coalesce((
  select jsonb_agg(jsonb_build_object('hold', key, 'agreement', value -> 'agreement') order by value -> 'until', key)
  from jsonb_each(held) where (value ->> 'until')::float8 > ${NOW_MS}), '[]')`

/** What a node did not live to release goes when the next one holds something. */
export const withHold = ({ hold, agreement }: HeldWords, ms: number): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(held)
  where (value ->> 'until')::float8 > ${NOW_MS}
) || jsonb_build_object(${hold}::text, jsonb_build_object(
  'agreement', ${agreement}::text, 'until', ${NOW_MS} + ${ms}::int))`

export const withoutHold = (hold: string): RawBuilder<unknown> => sql`held - ${hold}::text`

/**
 * Within a transaction that is under way, which stores what was decided on these words: do they stand still at this moment? With it they
 * are free, and whoever knew the text as it was must first learn what was decided.
 */
export async function spendHold(
  tx: Transaction<Tables>,
  { table, epoch, hold }: StoredHold,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update documents set holds = holds + 1, held = ${withoutHold(hold)}
    where table_id = ${table} and epoch = ${epoch}
      and (held -> ${hold}::text ->> 'until')::float8 > ${NOW_MS}`.execute(tx)
  return numAffectedRows === 1n
}
