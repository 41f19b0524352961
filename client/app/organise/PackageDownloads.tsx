import { LinkButton } from '../../parts/ui/Button.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'

const FORMS = ['odt', 'pdf', 'md', 'json'] as const

/** The council's package, in four forms to keep. */
export function PackageDownloads() {
  const t = useT()
  const { packageUrl } = useApi()
  const locale = useLocale((chosen) => chosen.written)
  return (
    <section className="dt-desk-card" aria-labelledby="package-title">
      <h2 id="package-title">{t('council.save')}</h2>
      <ul className="dt-entries">
        {FORMS.map((form) => (
          <li key={form} className="dt-entry">
            <span className="dt-entry-who">
              <strong>{t(`council.${form}`)}</strong>
              <span className="dt-desk-note">{t(`council.${form}Sub`)}</span>
            </span>
            <LinkButton icon="download" href={packageUrl(form, locale)} download>
              {t('read.download')}
              <span className="dt-unseen"> {t(`council.${form}`)}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
