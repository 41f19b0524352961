import type { Ratings, SessionEvaluation } from '../../../shared/dialogue/evaluation/evaluation.ts'
import type { EvaluationReply } from '../../../shared/protocol.ts'
import type { Rest } from '../../core/session/rest.ts'

/** What is asked of this person, and what everybody answered; each rejects when the server is away. */
export const evaluationApi = ({ call }: Rest) => ({
  async asked(): Promise<EvaluationReply | null> {
    const reply = (await (await call('GET', 'evaluation')).json()) as { evaluation: EvaluationReply | null }
    return reply.evaluation
  },
  async send(ratings: Ratings, words: string): Promise<void> {
    await call('POST', 'evaluation', { ratings, words })
  },
  async report(): Promise<SessionEvaluation[]> {
    const reply = (await (await call('GET', 'evaluations')).json()) as { sessions: SessionEvaluation[] }
    return reply.sessions
  },
})
