import { useState } from 'react'
import { NUDGE_MINUTES } from '../../../shared/dialogue/settings.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'

const MINUTE = 60_000

/** S6: when the private questions come, and whether they come at all. */
export function NudgesCard({ view }: { view: OrganiserView }) {
  const t = useT()
  const { nudgesOn: on, nudgeSilentMs: silentMs, nudgeTalkMs: longMs } = view.state.settings
  return (
    <section className="dt-desk-card" aria-labelledby="nudges-title">
      <h2 id="nudges-title">{t('nudges.title')}</h2>
      <p className="dt-desk-note">{t('nudges.note')}</p>
      <p role="status">{t(on ? 'nudges.on' : 'nudges.off')}</p>
      {on && <Minutes key={`${silentMs} ${longMs}`} view={view} silentMs={silentMs} longMs={longMs} />}
      <Button
        icon={on ? 'pause' : 'next'}
        onPress={() => void view.run('setNudges', { on: !on, silentMs, longMs })}
      >
        {t(on ? 'nudges.turnOff' : 'nudges.turnOn')}
      </Button>
    </section>
  )
}

interface MinutesProps {
  view: OrganiserView
  silentMs: number
  longMs: number
}

/** What was typed is kept until it is saved; what another organiser saves meanwhile takes its place. */
function Minutes({ view, silentMs, longMs }: MinutesProps) {
  const t = useT()
  const silent = useMinutes(silentMs, NUDGE_MINUTES.silent)
  const long = useMinutes(longMs, NUDGE_MINUTES.long)
  const fits = silent.ms !== null && long.ms !== null
  const isNew = silent.ms !== silentMs || long.ms !== longMs
  return (
    <>
      <TextField
        label={t('nudges.silent')}
        hint={t('nudges.bounds', NUDGE_MINUTES.silent)}
        {...silent.field}
      />
      <TextField label={t('nudges.long')} hint={t('nudges.bounds', NUDGE_MINUTES.long)} {...long.field} />
      <Button
        icon="check"
        isDisabled={!fits || !isNew}
        onPress={() => void view.run('setNudges', { on: true, silentMs: silent.ms, longMs: long.ms })}
      >
        {t('nudges.save')}
      </Button>
    </>
  )
}

/** A field for whole minutes; `ms` is null as long as what is typed cannot be set. */
function useMinutes(startMs: number, { min, max }: { min: number; max: number }) {
  const [value, onChange] = useState(String(Math.round(startMs / MINUTE)))
  const minutes = Number(value)
  const fits = Number.isInteger(minutes) && minutes >= min && minutes <= max
  return { ms: fits ? minutes * MINUTE : null, field: { type: 'number' as const, value, onChange } }
}
