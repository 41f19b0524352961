import { sql, type RawBuilder } from 'kysely'
import type { HeldWords } from './documentStore.ts'

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
