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
        .columns(['person_id', 'address'])
        .expression((eb) =>
          eb
            .selectFrom('people')
            .select(['id', sql<string>`${address}`.as('address')])
            // they may be erased meanwhile
            .where('id', '=', person)
            .where('erased', '=', false)
            .where('out', '=', false),
        )
        .onConflict((on) =>
          on
            .column('person_id')
            .doUpdateSet({ address, no_mail: false, bounced_at: null })
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
    async setNoMail(person, noMail) {
      await db.updateTable('addresses').set({ no_mail: noMail }).where('person_id', '=', person).execute()
    },
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
