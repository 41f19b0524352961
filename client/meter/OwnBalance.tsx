import { placeOf } from '../../shared/dialogue/places.ts'
import { useSession } from '../session/store.ts'
import { useT } from '../ui/text.tsx'
import { Track } from './BalanceBar.tsx'
import { balanceKey, barOf } from './words.ts'
import './balance.css'
import './own.css'

/**
 * One's own balance in words and a bar, never in seconds beside others' (S3), with what counts at this moment (S2).
 * Nothing for whoever does not count (S7).
 */
export function OwnBalance({ measured }: { measured: boolean }) {
  const t = useT()
  const own = useSession((session) => session.meter?.own ?? null)
  const basis = useSession(({ state, me }) => {
    const room = state && placeOf(state, me)
    const mode = room ? state.floors[room]?.mode : undefined
    return mode === undefined ? null : mode === 'free' ? 'speech' : 'turns'
  })
  if (!own) return null
  const words = measured ? t(balanceKey(own.words)) : t('balance.off')
  return (
    <div className={measured ? 'own-balance' : 'own-balance is-off'}>
      <p className="own-balance-words">
        <span>
          {t('balance.own')}
          {basis === null ? null : <small> {t(`balance.counts.${basis}`)}</small>}
        </span>{' '}
        <strong>{words}</strong>
      </p>
      <Track label={t('balance.own')} words={words} fill={barOf(own.share)} mark={0.5} />
      {measured ? (
        <p className="own-balance-foot" aria-hidden="true">
          {t('balance.equal')}
        </p>
      ) : (
        <p className="own-balance-off">{t('whole.meterOff')}</p>
      )}
    </div>
  )
}
