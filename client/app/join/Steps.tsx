import { useT } from '../../parts/ui/text.tsx'

/** Where one is in the three steps of coming in. */
export function Steps({ step }: { step: 1 | 2 | 3 }) {
  const t = useT()
  return (
    <p className="dt-steps">
      <span>{t('join.step', { step })}</span>
      {[1, 2, 3].map((each) => (
        <i key={each} className={each <= step ? 'is-done' : undefined} />
      ))}
    </p>
  )
}
