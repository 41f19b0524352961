import { LinkButton } from '../../parts/ui/Button.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import './code.css'

/** Beside the way in: the same link on one's telephone, and the session in one's calendar. `at`: the link's own path. */
export function MoreWays({ at, dated }: { at: string; dated: boolean }) {
  const t = useT()
  const { locale } = useLocale()
  return (
    <div className="dt-stack-tight">
      {dated ? (
        <LinkButton icon="clock" href={`${at}/bijeenkomst.ics?language=${locale}`}>
          {t('join.calendar')}
        </LinkButton>
      ) : null}
      <details className="dt-more-ways">
        <summary>{t('join.onPhone')}</summary>
        <p>{t('join.onPhoneHow')}</p>
        <img
          className="dt-scan"
          src={`${at}/qr.svg`}
          alt={t('join.scan')}
          width="192"
          height="192"
          loading="lazy"
        />
      </details>
    </div>
  )
}
