import type { Kysely } from 'kysely'
import type { Redemption, RedemptionOutcome } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * Turn a link into a login, in one transaction with the person's row locked: of many attempts at once one wins.
 * A second device must ask to take over.
 */
export async function redeem(db: Kysely<Tables>, attempt: Redemption): Promise<RedemptionOutcome> {
  return db.transaction().execute(async (tx) => {
    const link = await tx
      .selectFrom('links')
      .select(['person_id', 'generation'])
      .where('hash', '=', attempt.link)
      .executeTakeFirst()
    if (!link) return 'unknown'
    const person = await tx
      .selectFrom('people')
      .select(['id', 'generation'])
      .where('id', '=', link.person_id)
      // they may be taken out while this waits for their row
      .where('out', '=', false)
      .forUpdate()
      .executeTakeFirst()
    if (!person) return 'unknown'
    if (person.generation !== link.generation) return 'expired'
    if (attempt.rule === 'oneDevice' && !attempt.takeOver) {
      const other = await tx
        .selectFrom('logins')
        .select('hash')
        .where('person_id', '=', person.id)
        .executeTakeFirst()
      if (other) return 'inUse'
    }
    if (attempt.takeOver || attempt.rule !== 'often') {
      await tx.deleteFrom('logins').where('person_id', '=', person.id).execute()
    }
    await tx
      .insertInto('logins')
      .values({
        hash: attempt.login,
        person_id: person.id,
        generation: person.generation,
        at: attempt.at,
      })
      .execute()
    await tx.updateTable('people').set({ opened: true }).where('id', '=', person.id).execute()
    return 'ok'
  })
}
