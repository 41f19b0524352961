import type { Transaction } from 'kysely'
import type { SessionId } from '../../shared/dialogue/model.ts'
import type { Tables } from './tables.ts'

/**
 * Within a transaction that is under way: does another node lead this session since this fence was given? Until the transaction ends nobody
 * takes the lead.
 */
export async function isSuperseded(
  tx: Transaction<Tables>,
  session: SessionId,
  fence: number | undefined,
): Promise<boolean> {
  if (fence === undefined) return false
  const row = await tx
    .selectFrom('session_leads')
    .select('fence')
    .where('session_id', '=', session)
    .forShare()
    .executeTakeFirst()
  return row !== undefined && row.fence > fence
}
