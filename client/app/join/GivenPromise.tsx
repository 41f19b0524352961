import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'

/** What government promises to do with the outcome, for whoever comes in. */
export function GivenPromise({ promise }: { promise: string | null }) {
  const t = useT()
  if (promise === null) return null
  return (
    <div className="dt-note">
      <Icon name="lawful" />
      <div>
        <p>
          <strong>{t('words.promise')}</strong>
        </p>
        <blockquote className="dt-given-promise" dir="auto">
          {promise}
        </blockquote>
      </div>
    </div>
  )
}
