import { useState } from 'react'
import { OPEN_MS, QUESTIONS, type SessionEvaluation } from '../../../shared/dialogue/evaluation/evaluation.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useFetched } from '../../hooks/useFetched.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { Select } from '../ui/Select.tsx'
import { useLocale, useT } from '../ui/text.tsx'
import { dayOf } from '../ui/when.ts'
import { NotTold } from './NotTold.tsx'
import { QuestionReport } from './QuestionReport.tsx'
import { evaluationApi } from './api.ts'
import './evaluation.css'

/** What people answered, session by session; no mark over it all. */
export function EvaluationReport() {
  const t = useT()
  const { rest } = useDialogue()
  const { found, failed } = useFetched(evaluationApi(rest).report)
  return (
    <section className="dt-desk-card dt-evaluation-report" aria-labelledby="evaluation-title">
      <h2 id="evaluation-title">{t('evaluation.reportTitle')}</h2>
      {failed ? <p role="alert">{t('evaluation.reportFailed')}</p> : null}
      {found?.length === 0 ? <p className="dt-desk-empty">{t('evaluation.none')}</p> : null}
      {found && found.length > 0 ? <Sessions sessions={found} /> : null}
    </section>
  )
}

function Sessions({ sessions }: { sessions: SessionEvaluation[] }) {
  const t = useT()
  const [wanted, setWanted] = useState(String(sessions.at(-1)?.session))
  const index = sessions.findIndex(({ session }) => String(session) === wanted)
  const chosen = sessions[index]
  if (!chosen) return null
  return (
    <>
      {sessions.length > 1 ? (
        <Select
          label={t('evaluation.which')}
          value={wanted}
          options={sessions.map(({ session }) => ({
            id: String(session),
            text: t('evaluation.session', { number: session }),
          }))}
          onChange={setWanted}
        />
      ) : null}
      <Answered evaluation={chosen} />
      <Shown evaluation={chosen} before={sessions[index - 1] ?? null} />
    </>
  )
}

function Answered({ evaluation: { answered, asked, endedAt } }: { evaluation: SessionEvaluation }) {
  const t = useT()
  const { locale } = useLocale()
  const until = endedAt + OPEN_MS
  const open = useServerNow(60_000) < until
  return (
    <p>
      <strong>{t('evaluation.answered', { answered, asked })}</strong>{' '}
      {open ? t('evaluation.open', { day: dayOf(until, locale) }) : t('evaluation.closed')}
    </p>
  )
}

interface ShownProps {
  evaluation: SessionEvaluation
  before: SessionEvaluation | null
}

function Shown({ evaluation, before }: ShownProps) {
  const t = useT()
  const { shown } = evaluation
  if (!shown) return <NotTold evaluation={evaluation} />
  return (
    <>
      <ul className="dt-evaluation-cards">
        {QUESTIONS.map((question) => (
          <li key={question} className="dt-evaluation-card">
            <QuestionReport question={question} counts={shown.counts} before={before} />
          </li>
        ))}
      </ul>
      <h3>{t('evaluation.words')}</h3>
      {shown.words.length === 0 ? <p className="dt-desk-empty">{t('evaluation.noWords')}</p> : null}
      {shown.words.map((words, index) => (
        <blockquote key={index} className="dt-evaluation-words" dir="auto">
          {words}
        </blockquote>
      ))}
      <p className="dt-desk-note">{t('evaluation.noMark')}</p>
    </>
  )
}
