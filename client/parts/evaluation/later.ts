import { later } from '../ui/later.tsx'
import { withWords } from '../ui/withWords.ts'

/** Fetched after the end of a session. */
const words = async () => (await import('../../../shared/messages/evaluation.ts')).evaluation

export const Evaluation = later(async () => (await withWords(import('./Evaluation.tsx'), words())).Evaluation)
export const EvaluationReport = later(
  async () => (await withWords(import('./EvaluationReport.tsx'), words())).EvaluationReport,
)
/** Where somebody leaves or waits. */
export const EvaluationReminder = later(
  async () => (await withWords(import('./Evaluation.tsx'), words())).EvaluationReminder,
)
/** The figures of the latest session, in a few lines. */
export const EvaluationSummary = later(
  async () => (await withWords(import('./EvaluationSummary.tsx'), words())).EvaluationSummary,
)
