import { later } from '../ui/later.tsx'
import { addWords } from '../ui/text.tsx'

/** Fetched after the end of a session, with the words that nobody reads before. */
const withWords = async <Module>(module: Promise<Module>): Promise<Module> => {
  const [loaded, { evaluation }] = await Promise.all([
    module,
    import('../../../shared/messages/evaluation.ts'),
  ])
  addWords(evaluation)
  return loaded
}

export const Evaluation = later(async () => (await withWords(import('./Evaluation.tsx'))).Evaluation)
export const EvaluationReport = later(
  async () => (await withWords(import('./EvaluationReport.tsx'))).EvaluationReport,
)
/** Where somebody leaves or waits. */
export const EvaluationReminder = later(
  async () => (await withWords(import('./Evaluation.tsx'))).EvaluationReminder,
)
/** The figures of the latest session, in a few lines. */
export const EvaluationSummary = later(
  async () => (await withWords(import('./EvaluationSummary.tsx'))).EvaluationSummary,
)
