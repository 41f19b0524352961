import { useState } from 'react'
import { openObjections } from '../../../shared/dialogue/between/objecting.ts'
import type { Objection } from '../../../shared/dialogue/between/objection.ts'
import { momentOf as momentFrom } from '../../../shared/dialogue/session/moment.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { momentOf } from '../../parts/ui/when.ts'
import { onTheClock } from './dialogueForm.ts'
import type { OrganiserView } from './view.ts'

/** Between two sessions: until when people may object from home, and what they wrote. */
export function ObjectionsCard({ view }: { view: OrganiserView }) {
  const t = useT()
  const { locale } = useLocale()
  const { phase, objections, sharedBefore } = view.state
  const given = openObjections(view.state)
  const between = phase.name === 'ended' || (phase.name === 'lobby' && sharedBefore)
  if (!between && given.length === 0) return null
  const { until } = objections
  return (
    <section className="dt-desk-card" aria-labelledby="objections-title">
      <h2 id="objections-title">{t('objections.title')}</h2>
      {between ? (
        <>
          <p role="status">
            {until === null
              ? t('objections.none')
              : t('objections.until', { moment: momentOf(until, locale) })}
          </p>
          <p className="dt-desk-note">{t('objections.sub')}</p>
          <div className="dt-desk-buttons">
            <SetUntil view={view} />
            {until === null ? null : (
              <Button icon="close" onPress={() => void view.run('allowObjections', { until: null })}>
                {t('objections.stop')}
              </Button>
            )}
          </div>
        </>
      ) : null}
      {given.length === 0 ? null : (
        <ul className="dt-entries" aria-label={t('objections.list')}>
          {given.map((one) => (
            <Given key={one.id} view={view} objection={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Given({ view: { state }, objection }: { view: OrganiserView; objection: Objection }) {
  const t = useT()
  const { agreement: id, person, reason } = objection
  const agreement = state.agreements[id]
  const table = state.tables[agreement?.table ?? '']
  return (
    <li className="dt-entry">
      <span className="dt-entry-who">
        <strong>
          {t('objections.to', { number: agreement?.number ?? 0, name: state.people[person]?.name ?? '' })}
        </strong>
        <span>{reason}</span>
        <span className="dt-desk-note">
          {t(agreement?.state === 'draft' ? 'objections.open' : 'objections.again', {
            table: table?.number ?? 0,
          })}
        </span>
      </span>
    </li>
  )
}

const EVENING = '20:00'

function SetUntil({ view }: { view: OrganiserView }) {
  const t = useT()
  const { until } = view.state.objections
  const [typed, setTyped] = useState<{ date: string; time: string } | null>(null)
  const [told, setTold] = useState(false)
  const form = typed ?? (until === null ? { date: '', time: EVENING } : onTheClock(until))
  const save = async (close: () => void) => {
    const at = momentFrom(form.date, form.time)
    setTold(at === null)
    if (at !== null && (await view.run('allowObjections', { until: at }))) close()
  }
  return (
    <PopButton
      icon="clock"
      text={t(until === null ? 'objections.set' : 'objections.change')}
      title={t('objections.title')}
      cancel={t('dialogue.cancel')}
    >
      {(close) => (
        <>
          <div className="dt-organise-row">
            <TextField
              label={t('objections.date')}
              type="date"
              value={form.date}
              onChange={(date) => setTyped({ ...form, date })}
            />
            <TextField
              label={t('objections.time')}
              type="time"
              value={form.time}
              onChange={(time) => setTyped({ ...form, time })}
            />
          </div>
          <output>{told ? t('objections.missing') : null}</output>
          <Button variant="primary" icon="check" onPress={() => void save(close)}>
            {t('objections.save')}
          </Button>
        </>
      )}
    </PopButton>
  )
}
