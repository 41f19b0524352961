import { Suspense } from 'react'
import { placeOf } from '../../../shared/dialogue/places.ts'
import { useSession } from '../../hooks/useSession.ts'
import { EvaluationSummary } from '../../parts/evaluation/later.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { Message } from './Lead.tsx'
import { Missing } from './Missing.tsx'
import type { OrganiserView } from './view.ts'
import { OverviewTable } from './OverviewTable.tsx'
import { overviewCards } from './overview.ts'

const MINUTE = 60_000

/** All tables at a glance, who has not arrived, the time, and the way back. */
export function TablesOverview({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, run } = view
  const presence = useSession((session) => session.presence)
  const meter = useSession((session) => session.meter)
  if (state.phase.name !== 'tables' && state.phase.name !== 'recalling') {
    return (
      <>
        <section className="dt-desk-card" aria-labelledby="none-title">
          <h2 id="none-title">{t('tables.none')}</h2>
          <p>{t('tables.noneSub')}</p>
        </section>
        <Suspense fallback={null}>
          <EvaluationSummary />
        </Suspense>
      </>
    )
  }
  const cards = overviewCards(state, presence, meter, (person) => placeOf(state, person))
  return (
    <>
      <div className="dt-desk-head">
        <h2>{t('tables.title')}</h2>
        {state.clock && <Left clock={state.clock} />}
        <span className="dt-desk-gap" />
        <PopButton icon="talk" text={t('tables.message')} title={t('lead.message')}>
          <Message view={view} />
        </PopButton>
        {state.clock ? (
          <>
            <Button icon="plus" onPress={() => void run('extendClock', { ms: 5 * MINUTE })}>
              {t('tables.more5')}
            </Button>
            <Button icon="plus" onPress={() => void run('extendClock', { ms: 10 * MINUTE })}>
              {t('tables.more10')}
            </Button>
          </>
        ) : (
          <Button icon="clock" onPress={() => void run('setClock', { ms: 30 * MINUTE })}>
            {t('tables.setHalfHour')}
          </Button>
        )}
      </div>
      <ul className="dt-overview" aria-label={t('tables.list')}>
        {cards.map((card) => (
          <OverviewTable key={card.table.id} view={view} card={card} />
        ))}
      </ul>
      <Missing view={view} />
    </>
  )
}

function Left({ clock }: { clock: NonNullable<OrganiserView['state']['clock']> }) {
  const t = useT()
  const now = useServerNow(1_000)
  const left = clock.endsAt === null ? clock.leftMs : clock.endsAt - now
  return (
    <span className="dt-desk-note">
      {left > 0 ? t('desk.left', { minutes: Math.ceil(left / MINUTE) }) : t('desk.timeUp')}
    </span>
  )
}
