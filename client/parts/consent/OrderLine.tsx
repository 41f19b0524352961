import { useRoom } from '../../hooks/useRoom.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { isAbsent, orderOf, type Mark } from './order.ts'

const ICONS: Readonly<Record<Mark, IconName>> = {
  answered: 'check',
  now: 'hand',
  away: 'offline',
  never: 'offline',
  phone: 'phone',
  again: 'round',
  waits: 'clock',
}

/** Who has answered and who comes when; nobody's answer (C1, C2). */
export function OrderLine() {
  const t = useT()
  const order = useRoom(orderOf)
  return (
    <section className="dt-consent-order" aria-label={t('consent.order')}>
      <ol className="dt-queue-chips" aria-label={t('consent.order')}>
        {order.map(({ person, name, me, mark }) => (
          <li key={person} className={me ? 'dt-queue-chip is-me' : 'dt-queue-chip'} data-mark={mark}>
            <Icon name={ICONS[mark]} />
            <bdi>{me ? t('queue.you') : name}</bdi>{' '}
            <span className="dt-small">
              {t(isAbsent(mark) ? `standing.${mark}` : `consent.mark.${mark}`)}
            </span>
          </li>
        ))}
      </ol>
      <p className="dt-small dt-soft">{t('consent.mandateAll')}</p>
    </section>
  )
}
