import { QUESTIONS, sayable, type SessionEvaluation } from '../../../shared/dialogue/evaluation/evaluation.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useFetched } from '../../hooks/useFetched.ts'
import { useT } from '../ui/text.tsx'
import { NotTold } from './NotTold.tsx'
import { evaluationApi } from './api.ts'

/** How the latest session was for people, in figures; nothing before one has ended. */
export function EvaluationSummary() {
  const t = useT()
  const { rest } = useDialogue()
  const latest = useFetched(evaluationApi(rest).report).found?.at(-1)
  if (!latest) return null
  return (
    <section className="dt-desk-card" aria-labelledby="summary-title">
      <h2 id="summary-title">{t('evaluation.reportTitle')}</h2>
      <p className="dt-desk-note">{t('evaluation.session', { number: latest.session })}</p>
      <p>{t('evaluation.answered', { answered: latest.answered, asked: latest.asked })}</p>
      <Figures evaluation={latest} />
    </section>
  )
}

function Figures({ evaluation }: { evaluation: SessionEvaluation }) {
  const t = useT()
  const { shown } = evaluation
  if (!shown) return <NotTold evaluation={evaluation} />
  return (
    <ul className="dt-kept">
      {QUESTIONS.flatMap((question) => {
        const figure = sayable(shown.counts, question)
        return figure
          ? [
              <li key={question}>
                {t('evaluation.value', { value: t(`evaluation.value.${question}`), ...figure })}
              </li>,
            ]
          : []
      })}
    </ul>
  )
}
