import type { SessionState } from '../../../shared/dialogue/model.ts'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { stepOf, STEPS } from './phases.ts'

/** Five steps beside each other: what has been, and where the meeting is now. */
export function PhaseStrip({ state }: { state: SessionState }) {
  const t = useT()
  const current = STEPS.indexOf(stepOf(state))
  return (
    <ol className="dt-phases" aria-label={t('step.name')}>
      {STEPS.map((step, index) => (
        <li key={step} className="dt-step" aria-current={index === current ? 'step' : undefined}>
          {index < current && <Icon name="check" />}
          {t(`step.${step}`)}
          {index < current && <span className="dt-unseen">{t('step.past')}</span>}
        </li>
      ))}
    </ol>
  )
}
