import { useRef, useState } from 'react'
import { OPEN_MS, QUESTIONS, type Ratings } from '../../../shared/dialogue/evaluation/evaluation.ts'
import type { EvaluationReply } from '../../../shared/protocol.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useFetched } from '../../hooks/useFetched.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLocale, useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { dayOf, sameDay } from '../ui/when.ts'
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

interface ReminderProps {
  /** Only on the day on which the meeting was. */
  today?: boolean
}

/** For who has not answered yet: that the questions are still open, with the way to them. */
export function EvaluationReminder({ today = false }: ReminderProps) {
  const { rest } = useDialogue()
  const api = evaluationApi(rest)
  const { found } = useFetched(api.asked)
  const now = useServerNow(60_000)
  if (!found?.open || found.answered) return null
  if (today && !sameDay(found.until - OPEN_MS, now)) return null
  return <Asked asked={found} send={api.send} reminds />
}

type Send = (ratings: Ratings, words: string) => Promise<void>

interface AskedProps {
  asked: EvaluationReply
  send: Send
  /** The questions come by a press. */
  reminds?: boolean
}

function Asked({ asked, send, reminds = false }: AskedProps) {
  const t = useT()
  const { locale } = useLocale()
  const [done, setDone] = useState(asked.answered)
  const [later, setLater] = useState(reminds)
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
          <p>
            {t(reminds ? 'evaluation.reminder' : 'evaluation.later', {
              number: asked.session,
              day: dayOf(asked.until, locale),
            })}
          </p>
          <Button onPress={() => goOn(() => setLater(false))}>
            {t(reminds ? 'evaluation.now' : 'evaluation.yet')}
          </Button>
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
