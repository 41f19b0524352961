import { useT } from '../ui/text.tsx'

/** What the marks in a difference mean; screen readers are told with each. */
export function Legend() {
  const t = useT()
  return (
    <p className="dt-versions-legend dt-small" aria-hidden="true">
      <span>
        <ins>{t('versions.legendAdded')}</ins> {t('versions.isAdded')}
      </span>
      <span>
        <del>{t('versions.legendAdded')}</del> {t('versions.isRemoved')}
      </span>
    </p>
  )
}
