import { createHash } from 'node:crypto'
import { sql, type Kysely, type Selectable } from 'kysely'
import { createMailBook } from './mailBook.ts'
import { toPerson } from './people.ts'
import type { Address, MailStore } from './store.ts'
import type { Tables } from './tables.ts'

const toAddress = (row: Selectable<Tables['addresses']>): Address => ({
  person: row.person_id,
  address: row.address,
  noMail: row.no_mail,
  bouncedAt: row.bounced_at,
})

const hashOf = (address: string): Buffer => createHash('sha256').update(address).digest()

/** Addresses for mail, and what was sent there. */
export function createMailStore(db: Kysely<Tables>): MailStore {
  const book = createMailBook(db)
  return {
    async addresses(dialogue) {
      const rows = await db
        .selectFrom('addresses')
        .innerJoin('people', 'people.id', 'addresses.person_id')
        .selectAll('addresses')
        .where('people.dialogue_id', '=', dialogue)
        .execute()
      return rows.map(toAddress)
    },
    async address(person) {
      const row = await db
        .selectFrom('addresses')
        .selectAll()
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row ? toAddress(row) : null
    },
    async setAddress(person, address) {
      if (address === null) {
        await db.deleteFrom('addresses').where('person_id', '=', person).execute()
        return
      }
      const changed = await db
        .insertInto('addresses')
        .columns(['person_id', 'address', 'no_mail'])
        .expression((eb) =>
          eb
            .selectFrom('people')
            .select((is) => [
              'id',
              sql<string>`${address}`.as('address'),
              is
                .exists(
                  is
                    .selectFrom('mail_refusals')
                    .select('address_hash')
                    .whereRef('person_id', '=', 'people.id')
                    .where('address_hash', '=', hashOf(address)),
                )
                .as('no_mail'),
            ])
            // they may be erased meanwhile
            .where('id', '=', person)
            .where('erased', '=', false)
            .where('out', '=', false),
        )
        .onConflict((on) =>
          on
            .column('person_id')
            .doUpdateSet((eb) => ({ address, no_mail: eb.ref('excluded.no_mail'), bounced_at: null }))
            .where('addresses.address', '<>', address),
        )
        .returning('person_id')
        .executeTakeFirst()
      // to this address nothing was sent yet
      if (changed) await book.renewed(person)
    },
    async at(address) {
      const rows = await db
        .selectFrom('people')
        .innerJoin('addresses', 'addresses.person_id', 'people.id')
        .selectAll('people')
        .where('addresses.address', '=', address)
        .where('people.out', '=', false)
        .execute()
      return rows.map(toPerson)
    },
    setNoMail: (person, noMail) =>
      db.transaction().execute(async (tx) => {
        const row = await tx
          .updateTable('addresses')
          .set({ no_mail: noMail })
          .where('person_id', '=', person)
          .returning('address')
          .executeTakeFirst()
        if (!row) return
        const refusal = { person_id: person, address_hash: hashOf(row.address) }
        if (noMail)
          await tx
            .insertInto('mail_refusals')
            .values(refusal)
            .onConflict((on) => on.doNothing())
            .execute()
        else
          await tx
            .deleteFrom('mail_refusals')
            .where('person_id', '=', person)
            .where('address_hash', '=', refusal.address_hash)
            .execute()
      }),
    async setBounced(person, address, at) {
      await db
        .updateTable('addresses')
        .set({ bounced_at: at })
        .where('person_id', '=', person)
        .where('address', '=', address)
        .execute()
    },
    async edits(dialogue) {
      const row = await db
        .selectFrom('dialogues')
        .select('edits')
        .where('id', '=', dialogue)
        .executeTakeFirst()
      return row?.edits ?? 0
    },
    ...book,
  }
}
