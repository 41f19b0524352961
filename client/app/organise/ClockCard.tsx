import { useState } from 'react'
import { clockWords } from '../../core/room/view.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'
import { Ring } from './Ring.tsx'

const MINUTE = 60_000

/** The clock everybody sees; at nought nothing happens by itself. */
export function ClockCard({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, run } = view
  const now = useServerNow(1_000)
  const { clock } = state
  const left = clock ? Math.max(0, clock.endsAt === null ? clock.leftMs : clock.endsAt - now) : 0
  const stopped = clock !== null && clock.endsAt === null
  return (
    <section className="dt-desk-card" aria-labelledby="clock-title">
      <h2 id="clock-title">{t('lead.clock')}</h2>
      {clock ? (
        <>
          <Ring
            part={clock.totalMs > 0 ? left / clock.totalMs : 0}
            words={clockWords(left)}
            unit={t(stopped ? 'lead.still' : 'lead.left')}
            label={t('lead.clockLabel', { time: clockWords(left) })}
          />
          <Button icon="plus" onPress={() => void run('extendClock', { ms: 5 * MINUTE })}>
            {t('lead.more5')}
          </Button>
          <Button
            icon={stopped ? 'next' : 'pause'}
            onPress={() => void run(stopped ? 'runClock' : 'stopClock', {})}
          >
            {t(stopped ? 'lead.runClock' : 'lead.stopClock')}
          </Button>
        </>
      ) : (
        <p>{t('lead.noClock')}</p>
      )}
      <SetClock view={view} />
      <p className="dt-desk-note">{t('lead.clockNote')}</p>
    </section>
  )
}

function SetClock({ view }: { view: OrganiserView }) {
  const t = useT()
  const [minutes, setMinutes] = useState('20')
  const value = Number.parseInt(minutes, 10)
  const fits = value >= 1 && value <= 240
  return (
    <div className="dt-organise-row">
      <TextField label={t('lead.setMinutes')} type="number" value={minutes} onChange={setMinutes} />
      <Button
        icon="clock"
        isDisabled={!fits}
        onPress={() => void view.run('setClock', { ms: value * MINUTE })}
      >
        {t('lead.setClock')}
      </Button>
    </div>
  )
}
