import { useRef, useState } from 'react'
import type { Columns } from '../../../../shared/dialogue/people/columns.ts'
import type { ImportError } from '../../../../shared/dialogue/people/import.ts'
import { onOneLineEach } from '../../../../shared/dialogue/people/listLines.ts'
import type { ImportReply } from '../../../../shared/protocol.ts'
import { Button } from '../../../parts/ui/Button.tsx'
import { Icon } from '../../../parts/ui/Icon.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import { useApi } from '../api.ts'
import { ColumnsAsked } from './ColumnsAsked.tsx'
import { FileDrop, type Refused } from './FileDrop.tsx'
import { NumberedText } from './NumberedText.tsx'
import { lineRange, linesOf, mend } from './peopleText.ts'
import { PlanShown, type Plan } from './PlanShown.tsx'

interface ImportCardProps {
  text: string
  onText: (text: string) => void
  onDone: () => void
}

type Done = { done: Plan }
type Told = Done | Refused | 'paste.refused.not_yourself' | 'paste.none' | 'organise.wrong'

/** Nothing to say before it is done: everybody in the list is new. */
const isPlain = ({ plan, unread }: ImportReply): boolean =>
  plan !== null && plan.known + plan.changed.length + plan.out.length + plan.twice + unread.length === 0

const REFUSED: Readonly<Record<string, Told>> = {
  not_yourself: 'paste.refused.not_yourself',
  too_big: 'paste.unread.too_big',
}

/** Paste or drop a list, see per line what is wrong and what it will do, and then read all of it: nothing is ever half imported. */
export function ImportCard({ text, onText, onDone }: ImportCardProps) {
  const t = useT()
  const { sendPeople } = useApi()
  const field = useRef<HTMLTextAreaElement>(null)
  const [looked, setLooked] = useState<ImportReply | null>(null)
  const [columns, setColumns] = useState<Columns | null>(null)
  const [told, setTold] = useState<Told | null>(null)

  const send = async (list: string, check: boolean, as: Columns | null): Promise<ImportReply | null> => {
    try {
      const reply = await sendPeople(list, check, as)
      if (!('error' in reply)) return reply
      setTold(REFUSED[reply.error] ?? 'organise.wrong')
    } catch {
      setTold('organise.wrong')
    }
    return null
  }
  const take = async (list: string, as: Columns | null) => {
    const reply = await send(list, false, as)
    setLooked(reply?.plan ? null : reply)
    if (!reply?.plan) return
    setTold({ done: reply.plan })
    setColumns(null)
    onText('')
  }
  /** `go`: where there is nothing to say first, it is done. */
  const look = async (given: string, go: boolean, as = columns) => {
    const list = onOneLineEach(given)
    if (list !== given) onText(list)
    setTold(null)
    const reply = await send(list, true, as)
    setLooked(reply)
    if (!reply || reply.question || reply.errors.length > 0) return
    if (!reply.plan) setTold('paste.none')
    else if (go && isPlain(reply)) await take(list, as)
  }
  const change = (next: string) => {
    onText(next)
    setLooked(null)
    setTold(null)
    setColumns(null)
  }
  const repair = (error: ImportError) => {
    const next = mend(text, error)
    onText(next)
    void look(next, false)
  }
  const answer = (as: Columns) => {
    setColumns(as)
    void look(text, true, as)
  }
  const goTo = (line: number) => {
    const { from, to } = lineRange(text, line)
    field.current?.focus()
    field.current?.setSelectionRange(from, to)
  }
  const errors = looked?.errors ?? []
  const wrong = new Set(errors.map((error) => error.line))
  const plan = errors.length === 0 ? (looked?.plan ?? null) : null
  return (
    <section className="dt-desk-card" aria-labelledby="paste-title">
      <h2 id="paste-title">{t('paste.title')}</h2>
      <p>
        {t('paste.how')} <code>{t('paste.form')}</code>
      </p>
      <NumberedText ref={field} label={t('paste.label')} text={text} wrong={wrong} onText={change} />
      <p className="dt-desk-note">{t('dialogue.groups')}</p>
      <ToldOf told={told} wrong={wrong.size} />
      <Errors errors={errors} onMend={repair} onGoTo={goTo} />
      {looked?.question ? <ColumnsAsked question={looked.question} onAnswer={answer} /> : null}
      {looked && plan ? (
        <PlanShown
          plan={plan}
          unread={looked.unread}
          onDo={() => void take(text, columns)}
          onNot={() => setLooked(null)}
        />
      ) : (
        <div className="dt-desk-buttons">
          <Button
            variant="primary"
            icon="check"
            isDisabled={linesOf(text).length === 0}
            onPress={() => void look(text, true)}
          >
            {t('paste.read')}
          </Button>
          {told !== null && typeof told === 'object' ? (
            <Button icon="next" onPress={onDone}>
              {t('paste.toLinks')}
            </Button>
          ) : null}
        </div>
      )}
      <FileDrop onText={change} onRefused={setTold} />
    </section>
  )
}

function ToldOf({ told, wrong }: { told: Told | null; wrong: number }) {
  const t = useT()
  const isTrouble = wrong > 0 || typeof told === 'string'
  return (
    <output className={isTrouble ? 'dt-organise-told is-trouble' : 'dt-organise-told'}>
      {wrong > 0 && (
        <>
          <strong>{t('paste.wrong', { count: wrong })}</strong>
          <span>{t('paste.wrongSub')}</span>
        </>
      )}
      {typeof told === 'string' && <strong>{t(told)}</strong>}
      {told !== null && typeof told === 'object' && <DoneWords {...told} />}
    </output>
  )
}

function DoneWords({ done: { fresh, changed } }: Done) {
  const t = useT()
  if (fresh + changed.length === 0) return <strong>{t('paste.same')}</strong>
  return (
    <>
      {fresh > 0 && <strong>{t('paste.done', { count: fresh })}</strong>}
      {changed.length > 0 && <strong>{t('paste.doneChanged', { count: changed.length })}</strong>}
      {fresh > 0 && <span>{t('paste.doneSub')}</span>}
    </>
  )
}

interface ErrorsProps {
  errors: ImportError[]
  onMend: (error: ImportError) => void
  onGoTo: (line: number) => void
}

function Errors({ errors, onMend, onGoTo }: ErrorsProps) {
  const t = useT()
  if (errors.length === 0) return null
  return (
    <ul className="dt-entries">
      {errors.map((error) => (
        <li key={`${error.line} ${error.field}`} className="dt-entry">
          <Icon name="warning" />
          <p className="dt-entry-who">
            <span>
              <strong>{t('paste.line', { line: error.line })}</strong>{' '}
              {t(`paste.code.${error.code}`, { value: error.value })}{' '}
              {error.suggestion && t('paste.maybe', { value: error.suggestion })}
            </span>
          </p>
          {error.suggestion ? (
            <Button onPress={() => onMend(error)}>{t('paste.make', { value: error.suggestion })}</Button>
          ) : (
            <Button onPress={() => onGoTo(error.line)}>{t('paste.goTo', { line: error.line })}</Button>
          )}
        </li>
      ))}
    </ul>
  )
}
