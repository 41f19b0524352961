import { useMemo } from 'react'
import type { PlainWords, Words } from '../../../../shared/agreement/canonical.ts'
import { plainDifference, type Change } from '../../../../shared/agreement/difference.ts'
import { Changes } from '../../../parts/versions/Changes.tsx'
import { useT } from '../../../parts/ui/text.tsx'

const isSame = (parts: readonly Change[]): boolean => parts.every(({ kind }) => kind === 'same')

/** What the council wrote in the place of what was agreed, word for word (H3). */
export function CouncilChange({ agreed, council }: { agreed: Words; council: PlainWords }) {
  const t = useT()
  const { title, text, why } = useMemo(() => plainDifference(agreed, council), [agreed, council])
  return (
    <div className="dt-versions-paper">
      {isSame(title) ? null : (
        <p>
          <Changes parts={title} side="both" />
        </p>
      )}
      <p>
        <Changes parts={text} side="both" />
      </p>
      {isSame(why) ? null : (
        <p>
          <strong className="dt-small">{t('agreement.why')} </strong>
          <Changes parts={why} side="both" />
        </p>
      )}
      <p className="dt-versions-legend dt-small" aria-hidden="true">
        <span>
          <ins>{t('versions.legendAdded')}</ins> {t('adoption.addedBy')}
        </span>
        <span>
          <del>{t('versions.legendAdded')}</del> {t('adoption.takenOff')}
        </span>
      </p>
    </div>
  )
}
