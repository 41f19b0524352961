import { useRef, useState } from 'react'
import { QUESTIONS, type Ratings } from '../../../shared/dialogue/evaluation/evaluation.ts'
import type { EvaluationReply } from '../../../shared/protocol.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useFetched } from '../../hooks/useFetched.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLocale, useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { dayOf } from '../ui/when.ts'
import { evaluationApi } from './api.ts'
import { QuestionChoice } from './QuestionChoice.tsx'
import './evaluation.css'

/** How it was for this person: four questions after a session; nothing where there is nothing to answer. */
export function Evaluation() {
  const { rest } = useDialogue()
  const api = evaluationApi(rest)
  const { found } = useFetched(api.asked)
  if (!found?.open) return null
  return <Asked asked={found} send={api.send} />
}

type Send = (ratings: Ratings, words: string) => Promise<void>

function Asked({ asked, send }: { asked: EvaluationReply; send: Send }) {
  const t = useT()
  const { locale } = useLocale()
  const [done, setDone] = useState(asked.answered)
  const [later, setLater] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const goOn = (change: () => void) => {
    change()
    // the pressed button goes away
    title.current?.focus()
  }
  return (
    <section className="dt-evaluation" aria-labelledby="evaluation-title">
      <h2 id="evaluation-title" ref={title} tabIndex={-1}>
        {t('evaluation.title')}
      </h2>
      <div role="status">{done ? <p>{t('evaluation.thanks')}</p> : null}</div>
      {!done && later ? (
        <>
          <p>{t('evaluation.later', { day: dayOf(asked.until, locale) })}</p>
          <Button onPress={() => goOn(() => setLater(false))}>{t('evaluation.yet')}</Button>
        </>
      ) : null}
      {!done && !later ? (
        <Questions
          send={send}
          onSent={() => goOn(() => setDone(true))}
          onLater={() => goOn(() => setLater(true))}
        />
      ) : null}
    </section>
  )
}

interface QuestionsProps {
  send: Send
  onSent: () => void
  onLater: () => void
}

function Questions({ send, onSent, onLater }: QuestionsProps) {
  const t = useT()
  const [ratings, setRatings] = useState<Ratings>({})
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  async function submit(): Promise<void> {
    setBusy(true)
    setFailed(false)
    try {
      await send(ratings, words)
      onSent()
    } catch {
      setFailed(true)
      setBusy(false)
    }
  }

  return (
    <form
      className="dt-evaluation-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      <p>{t('evaluation.lead')}</p>
      <p className="dt-evaluation-promise">
        <Icon name="lock" /> {t('evaluation.noName')}
      </p>
      {QUESTIONS.map((question, index) => (
        <QuestionChoice
          key={question}
          question={question}
          number={index + 1}
          value={ratings[question] ?? null}
          onChoose={(rating) => setRatings({ ...ratings, [question]: rating })}
        />
      ))}
      <TextField
        multiline
        label={t('evaluation.more')}
        hint={t('evaluation.moreHint')}
        maxLength={2_000}
        value={words}
        onChange={setWords}
      />
      <div role="alert">{failed ? <p>{t('evaluation.failed')}</p> : null}</div>
      <div className="dt-evaluation-actions">
        <Button type="submit" variant="primary" size="big" icon="check" isDisabled={busy}>
          {t('evaluation.send')}
        </Button>
        <Button onPress={onLater}>{t('evaluation.notNow')}</Button>
      </div>
    </form>
  )
}
