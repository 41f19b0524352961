import { placeOf } from '../../../shared/dialogue/places.ts'
import { useSession } from '../../hooks/useSession.ts'
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
  const counts = basis === null ? null : t(`balance.counts.${basis}`)
  const foot = measured ? counts : t('whole.meterOff')
  const words = measured ? t(balanceKey(own.words)) : t('balance.off')
  return (
    <div className={measured ? 'dt-own-balance' : 'dt-own-balance is-off'}>
      <p className="dt-own-balance-words">
        <span>{t('balance.own')}</span> <strong>{words}</strong>
      </p>
      <Track label={t('balance.own')} words={words} fill={barOf(own.share)} mark={0.5} />
      {foot === null ? null : <p className="dt-own-balance-foot">{foot}</p>}
    </div>
  )
}
