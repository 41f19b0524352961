import { useT } from '../ui/text.tsx'
import { useSession } from '../session/store.ts'
import { Track } from './BalanceBar.tsx'
import { balanceKey, barOf } from './words.ts'
import './balance.css'

/** One's own balance in words and a bar, never in seconds beside others' (S3). Nothing for whoever does not count (S7). */
export function OwnBalance({ measured }: { measured: boolean }) {
  const t = useT()
  const own = useSession((session) => session.meter?.own ?? null)
  if (!own) return null
  const words = measured ? t(balanceKey(own.words)) : t('balance.off')
  return (
    <div className={measured ? 'own-balance' : 'own-balance is-off'}>
      <p className="own-balance-words">
        <span>{t('balance.own')}</span> <strong>{words}</strong>
      </p>
      <Track label={t('balance.own')} words={words} fill={barOf(own.share)} mark={0.5} />
      <p className="own-balance-foot" aria-hidden="true">
        {t('balance.equal')}
      </p>
    </div>
  )
}
