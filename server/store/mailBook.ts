import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { MailStore, TakenMail } from './store.ts'
import type { Tables } from './tables.ts'

type MailBook = Pick<MailStore, 'latest' | 'invite' | 'remind' | 'take' | 'note' | 'drop' | 'interrupted'>

/** Of somebody who was taken out, or wants no mail, or whose address does not exist, nothing is sent. */
const getsMail = (eb: ExpressionBuilder<Tables, 'people' | 'addresses'>) =>
  eb.and([
    eb('people.out', '=', false),
    eb('people.erased', '=', false),
    eb('addresses.no_mail', '=', false),
    eb('addresses.bounced_at', 'is', null),
  ])

const one = ({ person, kind, about }: TakenMail) =>
  sql<boolean>`person_id = ${person} and kind = ${kind} and about = ${about}`

/** What is to be sent, and what came of it: written down before and after it is handed over. */
export function createMailBook(db: Kysely<Tables>): MailBook {
  return {
    async latest(dialogue) {
      const rows = await db
        .selectFrom('mails')
        .innerJoin('people', 'people.id', 'mails.person_id')
        .select(['mails.person_id', 'mails.kind', 'mails.state', 'mails.at'])
        .distinctOn(['mails.person_id', 'mails.kind'])
        .where('people.dialogue_id', '=', dialogue)
        .orderBy('mails.person_id')
        .orderBy('mails.kind')
        .orderBy('mails.at', 'desc')
        .execute()
      return rows.map(({ person_id: person, ...row }) => ({ person, ...row }))
    },
    async invite(people, about, at, since) {
      if (people.length === 0) return 0
      const rows = await db
        .insertInto('mails')
        .columns(['person_id', 'kind', 'about', 'state', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('people')
            .innerJoin('addresses', 'addresses.person_id', 'people.id')
            .select([
              'people.id',
              sql<'invitation'>`'invitation'`.as('kind'),
              sql<number>`${about}::bigint`.as('about'),
              sql<'waiting'>`'waiting'`.as('state'),
              sql<number>`${at}::bigint`.as('at'),
            ])
            .where('people.id', 'in', [...people])
            .where(getsMail),
        )
        .onConflict((on) =>
          on
            .columns(['person_id', 'kind', 'about'])
            .doUpdateSet({ state: 'waiting', at, tries: 0 })
            .where('mails.state', 'not in', ['waiting', 'sending'])
            .where((is) => is.or([is('mails.state', '<>', 'sent'), is('mails.at', '<=', since)])),
        )
        .returning('person_id')
        .execute()
      return rows.length
    },
    async remind(now, ahead) {
      await db
        .insertInto('mails')
        .columns(['person_id', 'kind', 'about', 'state', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('people')
            .innerJoin('addresses', 'addresses.person_id', 'people.id')
            .innerJoin('dialogues', 'dialogues.id', 'people.dialogue_id')
            .select([
              'people.id',
              sql<'reminder'>`'reminder'`.as('kind'),
              sql<number>`dialogues.starts_at`.as('about'),
              sql<'waiting'>`'waiting'`.as('state'),
              sql<number>`${now}::bigint`.as('at'),
            ])
            .where(getsMail)
            .where('dialogues.starts_at', '>', now)
            .where('dialogues.starts_at', '<=', now + ahead)
            .where((is) =>
              is.exists(
                is
                  .selectFrom('mails')
                  .select('mails.person_id')
                  .whereRef('mails.person_id', '=', 'people.id')
                  .where('mails.kind', '=', 'invitation')
                  .where('mails.state', '=', 'sent')
                  .where(sql<boolean>`mails.at < dialogues.starts_at - ${ahead}::bigint`),
              ),
            ),
        )
        .onConflict((on) => on.columns(['person_id', 'kind', 'about']).doNothing())
        .execute()
    },
    async take(now) {
      const row = await db
        .updateTable('mails')
        .set((eb) => ({ state: 'sending', at: now, tries: eb('tries', '+', 1) }))
        .where((eb) =>
          eb(
            eb.refTuple('person_id', 'kind', 'about'),
            'in',
            eb
              .selectFrom('mails as next')
              .select(['next.person_id', 'next.kind', 'next.about'])
              .where('next.state', '=', 'waiting')
              .where('next.at', '<=', now)
              .orderBy('next.at')
              .orderBy('next.person_id')
              .limit(1)
              .$asTuple('person_id', 'kind', 'about'),
          ),
        )
        .returning(['person_id', 'kind', 'about', 'tries'])
        .executeTakeFirst()
      return row ? { person: row.person_id, kind: row.kind, about: row.about, tries: row.tries } : null
    },
    async note(mail, state, at) {
      await db.updateTable('mails').set({ state, at }).where(one(mail)).execute()
    },
    async drop(mail) {
      await db.deleteFrom('mails').where(one(mail)).execute()
    },
    async interrupted(at) {
      await db.updateTable('mails').set({ state: 'unsure', at }).where('state', '=', 'sending').execute()
    },
  }
}
