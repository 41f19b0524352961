import type { SessionState } from '../../../shared/dialogue/model.ts'
import type { OwnBalance as OwnBalanceOf } from '../../../shared/dialogue/time/balance.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useT } from '../ui/text.tsx'
import { Track } from './BalanceBar.tsx'
import { OwnBalance } from './OwnBalance.tsx'
import { ownParts, secondsOff } from './ownTime.ts'
import { useBalanceReport } from '../../hooks/useBalanceReport.ts'
import { balanceKey, barOf } from './words.ts'

/** While the panel is open, what is looked back on is asked again this often. */
const AGAIN_MS = 30_000

/** One's own speaking time: now, in each part of the meeting, and what was taken off with which reason (S3, S8). */
export function OwnTime({ measured }: { measured: boolean }) {
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const off = state?.corrections.filter(({ person }) => person === me) ?? []
  return (
    <div className="dt-own-time">
      <OwnBalance measured={measured} />
      {state ? <Parts key={off.length} state={state} /> : null}
      {state && off.length > 0 ? <Corrections off={off} state={state} /> : null}
    </div>
  )
}

function Parts({ state }: { state: SessionState }) {
  const t = useT()
  const { report } = useBalanceReport(AGAIN_MS)
  const parts = report ? ownParts(report, state) : []
  if (parts.length === 0) return null
  return (
    <section className="dt-balance-part" aria-label={t('own.perPart')}>
      <h3>{t('own.perPart')}</h3>
      {parts.map(({ scope, title, where, own }) => (
        <Part
          key={scope}
          label={typeof scope === 'number' ? (title ?? t(`own.${where}`)) : t(`own.${scope}`)}
          own={own}
        />
      ))}
    </section>
  )
}

function Part({ label, own }: { label: string; own: OwnBalanceOf }) {
  const t = useT()
  const words = t(balanceKey(own.words))
  return (
    <div>
      <p className="dt-own-balance-words">
        <span>{label}</span> <strong>{words}</strong>
      </p>
      <Track label={label} words={words} fill={barOf(own.share)} mark={0.5} />
    </div>
  )
}

function Corrections({ off, state }: { off: SessionState['corrections']; state: SessionState }) {
  const t = useT()
  return (
    <section className="dt-balance-part" aria-label={t('own.corrections')}>
      <h3>{t('own.corrections')}</h3>
      <ul className="dt-own-corrections">
        {off.map((one) => (
          <li key={`${one.at} ${one.from}`}>
            {t('own.correction', {
              seconds: secondsOff(one),
              name: state.people[one.by]?.name ?? '…',
              reason: one.reason,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
