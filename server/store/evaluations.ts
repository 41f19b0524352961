import type { Kysely, Transaction } from 'kysely'
import { noCounts, QUESTIONS, RATINGS, type Ratings } from '../../shared/dialogue/evaluation/evaluation.ts'
import type { EvaluationStore } from './store.ts'
import type { Tables } from './tables.ts'

/** How it was for people: counted answers and loose words, and apart from them who has answered. */
export function createEvaluationStore(db: Kysely<Tables>): EvaluationStore {
  return {
    async ended(dialogue) {
      const rows = await db
        .selectFrom('sessions')
        .select(['id', 'number', 'ended_at'])
        .where('dialogue_id', '=', dialogue)
        .where('number', 'is not', null)
        .where('ended_at', 'is not', null)
        .orderBy('number')
        .execute()
      return rows.map((row) => ({ session: row.id, number: row.number ?? 1, endedAt: row.ended_at ?? 0 }))
    },
    add: (session, token, ratings, words) =>
      db.transaction().execute(async (trx) => {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('evaluation_tokens')
          .values({ token, session_id: session })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (numInsertedOrUpdatedRows !== 1n) return false
        await count(trx, session, ratings)
        if (words !== null)
          await trx.insertInto('evaluation_words').values({ session_id: session, words }).execute()
        return true
      }),
    async hasAnswered(token) {
      const found = await db
        .selectFrom('evaluation_tokens')
        .select('token')
        .where('token', '=', token)
        .executeTakeFirst()
      return found !== undefined
    },
    async read(session) {
      const counts = noCounts()
      const given = await db
        .selectFrom('evaluation_counts')
        .selectAll()
        .where('session_id', '=', session)
        .execute()
      for (const row of given) {
        const question = QUESTIONS.find((one) => one === row.question)
        const rating = RATINGS.find((one) => one === row.rating)
        if (question && rating) counts[question][rating] = row.given
      }
      const words = await db
        .selectFrom('evaluation_words')
        .select('words')
        .where('session_id', '=', session)
        .orderBy('id')
        .execute()
      const tokens = await db
        .selectFrom('evaluation_tokens')
        .select(({ fn }) => fn.countAll<number>().as('answered'))
        .where('session_id', '=', session)
        .executeTakeFirstOrThrow()
      return { answered: Number(tokens.answered), counts, words: words.map((row) => row.words) }
    },
  }
}

/** In one order for everybody, so that two who answer at once wait for each other and not for ever. */
async function count(trx: Transaction<Tables>, session: string, ratings: Ratings): Promise<void> {
  for (const question of QUESTIONS) {
    const rating = ratings[question]
    if (rating === undefined) continue
    await trx
      .insertInto('evaluation_counts')
      .values({ session_id: session, question, rating, given: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['session_id', 'question', 'rating'])
          .doUpdateSet(({ eb, ref }) => ({ given: eb(ref('evaluation_counts.given'), '+', 1) })),
      )
      .execute()
  }
}
