import type { Locale } from '../../shared/protocol.ts'
import { paragraph, words, type Part } from './model.ts'
import type { EvaluationFigures } from './packageInput.ts'
import { saying } from './packageWords.ts'

/** How it was for people, session by session, as parts of a document. */
export function evaluationParts(evaluations: readonly EvaluationFigures[], locale: Locale): Part[] {
  const say = saying(locale)
  return evaluations.flatMap(({ session, answered, asked, values }): Part[] => [
    paragraph(say('evaluation.answered', { session, answered, asked })),
    { kind: 'bullets', items: values.map((value) => words(say('evaluation.value', value))) },
  ])
}

/** The same as data, field by field. */
export const evaluationData = (evaluations: readonly EvaluationFigures[]): EvaluationFigures[] =>
  evaluations.map(({ session, answered, asked, values }) => ({
    session,
    answered,
    asked,
    values: values.map(({ name, said, of }) => ({ name, said, of })),
  }))
