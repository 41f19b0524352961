import {
  favourable,
  RATINGS,
  sayable,
  SHOWN_FROM,
  type Counts,
  type Question,
  type SessionEvaluation,
} from '../../../shared/dialogue/evaluation/evaluation.ts'
import { useT } from '../ui/text.tsx'

interface QuestionReportProps {
  question: Question
  counts: Counts
  before: SessionEvaluation | null
}

/** One question: how often each answer was given, and how it was the time before. */
export function QuestionReport({ question, counts, before }: QuestionReportProps) {
  const t = useT()
  const now = favourable(counts, question)
  const earlier = before?.shown ? sayable(before.shown.counts, question) : null
  return (
    <>
      <h3>{t(`evaluation.value.${question}`)}</h3>
      <p className="dt-desk-note">{t(`evaluation.${question}`)}</p>
      {now.of === 0 ? <p>{t('evaluation.few', { count: SHOWN_FROM })}</p> : null}
      <table className="dt-evaluation-bars">
        <caption className="dt-unseen">{t(`evaluation.${question}`)}</caption>
        <tbody>
          {RATINGS.map((rating) => (
            <tr key={rating}>
              <th scope="row">{t(`evaluation.${rating}`)}</th>
              <td aria-hidden="true">
                <progress value={counts[question][rating]} max={Math.max(1, now.of)} tabIndex={-1} />
              </td>
              <td>{counts[question][rating]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dt-desk-note">
        {before && earlier
          ? `${t('evaluation.favourableBefore', { number: before.session, ...earlier })} `
          : ''}
        {t('evaluation.favourable', now)}
      </p>
    </>
  )
}
