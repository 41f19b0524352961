import type { SessionState } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { readiness, type Readiness } from './ready.ts'
import type { SplitBoard } from './splitBoard.ts'

/** More names than this are a long line. */
const FEW = 6

/** Before and during the countdown: chosen is one thing, there is another. */
export function Ready({ state, board }: { state: SessionState; board: SplitBoard }) {
  const t = useT()
  const presence = useSession((session) => session.presence)
  const { unled, leaders, people } = readiness(state, presence, board)
  return (
    <section className="dt-desk-card" aria-labelledby="ready-title">
      <h2 id="ready-title">{t('ready.title')}</h2>
      <ul className="dt-checks">
        <li>
          <Icon name={unled.length === 0 ? 'check' : 'warning'} />
          {unled.length === 0
            ? t('ready.chosen')
            : t('ready.unled', { count: unled.length, numbers: unled.join(', ') })}
        </li>
        {leaders.all > 0 && <Line who="leaders" {...leaders} />}
        {people.all > 0 && <Line who="people" {...people} />}
      </ul>
    </section>
  )
}

function Line({ who, here, all, absent }: Readiness['people'] & { who: 'leaders' | 'people' }) {
  const t = useT()
  return (
    <>
      <li>
        <Icon name={here === all ? 'check' : 'offline'} />
        {t(`ready.${who}`, { here, all })}
      </li>
      {absent.map(({ standing, names }) => (
        <li key={standing}>
          <Icon name="offline" />
          {t('ready.absent', {
            standing: t(`standing.${standing}`),
            names: names.slice(0, FEW).join(', '),
            more: Math.max(0, names.length - FEW),
          })}
        </li>
      ))}
    </>
  )
}
