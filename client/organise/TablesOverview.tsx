import { placeOf } from '../../shared/dialogue/places.ts'
import { PopButton } from '../facilitate/PopButton.tsx'
import { useSession } from '../session/store.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { Message } from './Lead.tsx'
import { Missing } from './Missing.tsx'
import type { OrganiserView } from './Organiser.tsx'
import { OverviewTable } from './OverviewTable.tsx'
import { overviewCards } from './overview.ts'

const MINUTE = 60_000

/** All tables at a glance, who has not arrived, the time, and the way back. */
export function TablesOverview({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, now, run } = view
  const presence = useSession((session) => session.presence)
  const meter = useSession((session) => session.meter)
  if (state.phase.name !== 'tables' && state.phase.name !== 'recalling') {
    return (
      <section className="desk-card" aria-labelledby="none-title">
        <h2 id="none-title">{t('tables.none')}</h2>
        <p>{t('tables.noneSub')}</p>
      </section>
    )
  }
  const cards = overviewCards(state, presence, meter, (person) => placeOf(state, person))
  const left = state.clock && (state.clock.endsAt === null ? state.clock.leftMs : state.clock.endsAt - now)
  return (
    <>
      <div className="desk-head">
        <h2>{t('tables.title')}</h2>
        {left !== null && (
          <span className="desk-note">
            {left > 0 ? t('desk.left', { minutes: Math.ceil(left / MINUTE) }) : t('desk.timeUp')}
          </span>
        )}
        <span className="desk-gap" />
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
      <ul className="overview" aria-label={t('tables.list')}>
        {cards.map((card) => (
          <OverviewTable key={card.table.id} view={view} card={card} />
        ))}
      </ul>
      <Missing view={view} />
    </>
  )
}
