import { useState } from 'react'
import { timeOf } from '../../parts/ui/when.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { Programme } from './agenda/Programme.tsx'
import { isOpen } from './phases.ts'
import type { OrganiserView } from './view.ts'

/** What is planned, and the agenda as it went: each move between the main room and the tables begins an item, and so does a name given here. */
export function AgendaCard({ view }: { view: OrganiserView }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const { agenda, phase } = view.state
  const time = (at: number) => timeOf(at, locale)
  return (
    <section className="dt-desk-card" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{t('agenda.title')}</h2>
      {phase.name !== 'ended' && <Programme view={view} />}
      <h3 id="went-title">{t('programme.went')}</h3>
      {agenda.length === 0 && <p className="dt-desk-note">{t('agenda.empty')}</p>}
      <ol className="dt-agenda" aria-labelledby="went-title">
        {agenda.map((item) => (
          <li key={item.startedAt} aria-current={item.endedAt === null ? 'step' : undefined}>
            <strong>{item.title ?? t(`review.${item.where}`)}</strong>
            <span className="dt-desk-note">
              {item.endedAt === null
                ? t('agenda.since', { from: time(item.startedAt) })
                : t('agenda.from', { from: time(item.startedAt), to: time(item.endedAt) })}
            </span>
          </li>
        ))}
      </ol>
      {isOpen(view.state) && <NextItem view={view} />}
    </section>
  )
}

function NextItem({ view }: { view: OrganiserView }) {
  const t = useT()
  const [title, setTitle] = useState('')
  const start = async () => {
    if (await view.run('startItem', { title: title.trim() })) setTitle('')
  }
  return (
    <>
      <h3>{t('agenda.next')}</h3>
      <TextField label={t('agenda.name')} value={title} onChange={setTitle} maxLength={80} />
      <Button icon="next" isDisabled={title.trim() === ''} onPress={() => void start()}>
        {t('agenda.start')}
      </Button>
      <p className="dt-desk-note">{t('agenda.note')}</p>
    </>
  )
}
