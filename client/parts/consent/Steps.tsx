import { STEPS, type Step } from '../../../shared/dialogue/consent/round.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'

const ALL = [...STEPS, 'text'] as const

/** Where the round is, of the six steps that everybody sees (C1). */
export function Steps({ step }: { step: Step }) {
  const t = useT()
  const now = STEPS.indexOf(step)
  return (
    <ol className="dt-consent-steps" aria-label={t('consent.steps')}>
      {ALL.map((name, index) => (
        <li key={name} aria-current={index === now ? 'step' : undefined} data-done={index < now}>
          <span className="dt-consent-no" aria-hidden="true">
            {index < now ? <Icon name="check" /> : index + 1}
          </span>
          <span>
            {t(`consent.step.${name}`)}
            {index < now ? <span className="dt-unseen"> ({t('consent.stepDone')})</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
