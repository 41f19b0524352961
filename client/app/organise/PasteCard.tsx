import { useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { ImportError } from '../../../shared/dialogue/people/import.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'
import { NumberedText } from './NumberedText.tsx'
import { lineRange, linesOf, mend } from './peopleText.ts'

interface PasteCardProps {
  text: string
  onText: (text: string) => void
  onDone: () => void
}

/** Paste a list, see per line what is wrong, read everything in at once: nothing is ever half imported. */
export function PasteCard({ text, onText, onDone }: PasteCardProps) {
  const t = useT()
  const { sendPeople } = useApi()
  const field = useRef<HTMLTextAreaElement>(null)
  const [errors, setErrors] = useState<ImportError[]>([])
  const [told, setTold] = useState<{ imported: number } | 'failed' | null>(null)
  const check = async (next: string, keep: boolean) => {
    try {
      const looked = await sendPeople(next, true)
      setErrors(looked.errors)
      setTold(null)
      if (!keep || looked.errors.length > 0) return
      const reply = await sendPeople(next, false)
      setErrors(reply.errors)
      if (reply.errors.length === 0) {
        setTold(reply)
        onText('')
      }
    } catch {
      setTold('failed')
    }
  }
  const change = (next: string) => {
    onText(next)
    setTold(null)
  }
  const repair = (error: ImportError) => {
    const next = mend(text, error)
    change(next)
    void check(next, false)
  }
  const goTo = (line: number) => {
    const { from, to } = lineRange(text, line)
    field.current?.focus()
    field.current?.setSelectionRange(from, to)
  }
  const wrong = new Set(errors.map((error) => error.line))
  return (
    <section className="dt-desk-card" aria-labelledby="paste-title">
      <h2 id="paste-title">{t('paste.title')}</h2>
      <p>
        {t('paste.how')} <code>{t('paste.form')}</code>
      </p>
      <output className={errors.length > 0 ? 'dt-organise-told is-trouble' : 'dt-organise-told'}>
        {errors.length > 0 && (
          <>
            <strong>{t('paste.wrong', { count: wrong.size })}</strong>
            <span>{t('paste.wrongSub')}</span>
          </>
        )}
        {told === 'failed' && <strong>{t('organise.wrong')}</strong>}
        {told !== null && told !== 'failed' && (
          <>
            <strong>{t('paste.done', { count: told.imported })}</strong>
            <span>{t('paste.doneSub')}</span>
          </>
        )}
      </output>
      <NumberedText ref={field} label={t('paste.label')} text={text} wrong={wrong} onText={change} />
      <Errors errors={errors} onMend={repair} onGoTo={goTo} />
      <div className="dt-desk-buttons">
        <Button
          variant="primary"
          icon="check"
          isDisabled={linesOf(text).length === 0}
          onPress={() => void check(text, true)}
        >
          {t('paste.read')}
        </Button>
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']}
          onSelect={(files) => void files?.item(0)?.text().then(change)}
        >
          <Button icon="file">{t('paste.file')}</Button>
        </FileTrigger>
        {told !== null && told !== 'failed' && (
          <Button icon="next" onPress={onDone}>
            {t('paste.toLinks')}
          </Button>
        )}
      </div>
    </section>
  )
}

interface ErrorsProps {
  errors: ImportError[]
  onMend: (error: ImportError) => void
  onGoTo: (line: number) => void
}

function Errors({ errors, onMend, onGoTo }: ErrorsProps) {
  const t = useT()
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
