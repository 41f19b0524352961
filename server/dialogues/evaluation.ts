import { createHmac } from 'node:crypto'
import {
  isAsked,
  OPEN_MS,
  told,
  type Ratings,
  type SessionEvaluation,
} from '../../shared/dialogue/evaluation/evaluation.ts'
import type { PersonId, SessionId } from '../../shared/dialogue/model.ts'
import type { EvaluationReply } from '../../shared/protocol.ts'
import type { DialogueRow, EndedSession, PersonRow, Store } from '../store/store.ts'

/** Which token stands for this person having answered about this session. Without the instance's key nobody can tell. */
export type EvaluationToken = (session: SessionId, person: PersonId) => Buffer

export const createEvaluationToken =
  (key: string): EvaluationToken =>
  (session, person) =>
    createHmac('sha256', key).update(`evaluation ${session} ${person}`).digest()

export interface Evaluations {
  /** About the latest session that has ended; null when there is none, or when this person is not asked. */
  asked(dialogue: DialogueRow, person: PersonRow): Promise<EvaluationReply | null>
  /** `closed`: there is nothing to answer, or not any more. `already`: a person answers once. */
  answer(
    dialogue: DialogueRow,
    person: PersonRow,
    given: { ratings: Ratings; words: string | null },
  ): Promise<'ok' | 'closed' | 'already'>
  /** Of every session that has ended, in order. */
  report(dialogue: DialogueRow): Promise<SessionEvaluation[]>
}

export interface EvaluationsInput {
  store: Pick<Store, 'evaluations' | 'people'>
  evaluationToken: EvaluationToken
  now(): number
}

export function createEvaluations({ store, evaluationToken, now }: EvaluationsInput): Evaluations {
  const { evaluations, people } = store

  const latest = async (dialogue: DialogueRow): Promise<EndedSession | null> =>
    (await evaluations.ended(dialogue.id)).at(-1) ?? null
  const isOpen = ({ endedAt }: EndedSession) => now() < endedAt + OPEN_MS

  return {
    async asked(dialogue, person) {
      const ended = isAsked(person.role) ? await latest(dialogue) : null
      if (!ended) return null
      return {
        session: ended.number,
        until: ended.endedAt + OPEN_MS,
        open: isOpen(ended),
        answered: await evaluations.hasAnswered(evaluationToken(ended.session, person.id)),
      }
    },
    async answer(dialogue, person, { ratings, words }) {
      const ended = isAsked(person.role) ? await latest(dialogue) : null
      if (!ended || !isOpen(ended)) return 'closed'
      const token = evaluationToken(ended.session, person.id)
      return (await evaluations.add(ended.session, token, ratings, words)) ? 'ok' : 'already'
    },
    async report(dialogue) {
      const asked = (await people.people(dialogue.id)).filter(({ role }) => isAsked(role)).length
      const ended = await evaluations.ended(dialogue.id)
      return Promise.all(
        ended.map(async ({ session, number, endedAt }) => {
          const read = await evaluations.read(session)
          const shown = told(read, endedAt, now())
          return { session: number, endedAt, answered: read.answered, asked, shown }
        }),
      )
    },
  }
}
