import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import type { CoWriter } from '../../core/texts/store.ts'

/** A field's label, and beside it who else is writing there. */
export function LabelRow({ children, writers }: { children: ReactNode; writers: CoWriter[] }) {
  const t = useT()
  const [first, ...others] = writers
  return (
    <div className="dt-agreement-label-row">
      {children}
      {first ? (
        <span className="dt-with-icon dt-small dt-soft">
          <Icon name="keyboard" />
          {others.length === 0
            ? t('agreement.alsoWrites', { name: first.name })
            : t('agreement.alsoWriteMany', { count: writers.length })}
        </span>
      ) : null}
    </div>
  )
}
