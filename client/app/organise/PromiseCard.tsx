import { useState } from 'react'
import { toldPromises } from '../../../shared/dialogue/session/promises.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { TextArea } from '../../parts/ui/TextField.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { dayOf, timeOf } from '../../parts/ui/when.ts'
import type { OrganiserView } from './view.ts'

export const PROMISE_LENGTH = 500

/** What government promises to do with the outcome; what it promised before stays readable. */
export function PromiseCard({ view }: { view: OrganiserView }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const { now, earlier } = toldPromises(view.state.promises)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? now?.text ?? ''
  const isNew = text.trim() !== '' && text.trim() !== now?.text
  const save = async () => {
    if (await view.run('recordPromise', { text: text.trim() })) setTyped(null)
  }
  const since = (at: number) => ({ day: dayOf(at, locale), time: timeOf(at, locale) })
  return (
    <section className="dt-desk-card" aria-labelledby="promise-title">
      <h2 id="promise-title">{t('promise.title')}</h2>
      <p role="status">
        {now ? t(earlier.length > 0 ? 'promise.changed' : 'promise.since', since(now.at)) : t('promise.none')}
      </p>
      <PromiseField value={text} onChange={setTyped} />
      <Button icon="check" isDisabled={!isNew} onPress={() => void save()}>
        {t(now ? 'promise.change' : 'promise.save')}
      </Button>
      {now && <p className="dt-desk-note">{t('promise.changeNote')}</p>}
      {earlier.map(({ text: before, at }) => (
        <div key={at}>
          <p className="dt-desk-note">{t('promise.earlier', since(at))}</p>
          <blockquote className="dt-promise-before">{before}</blockquote>
        </div>
      ))}
    </section>
  )
}

/** What government promises, as it is typed. */
export function PromiseField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useT()
  return (
    <TextArea
      label={t('promise.label')}
      hint={t('promise.hint')}
      rows={3}
      maxLength={PROMISE_LENGTH}
      value={value}
      onChange={onChange}
    />
  )
}
