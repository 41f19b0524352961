import type { LinkRow } from '../../../shared/protocol.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { useT } from '../../parts/ui/text.tsx'
import '../join/code.css'

/** For somebody beside the organiser: their own link, to be scanned, and the same as a code to type. */
export function ScanCode({ row: { name, url, code } }: { row: LinkRow }) {
  const t = useT()
  const { host, pathname } = new URL(url)
  const address = `${host}${pathname.replace(/\/j\/.*$/, '/code')}`
  return (
    <PopButton
      icon="phone"
      text={t('invite.scan')}
      label={t('invite.scanName', { name })}
      title={t('invite.scanName', { name })}
    >
      <p>{t('invite.scanHow')}</p>
      <img
        className="dt-scan"
        src={`${pathname}/qr.svg`}
        alt={t('invite.scanAlt', { name })}
        width="192"
        height="192"
      />
      <p>{t('invite.scanCode', { address })}</p>
      <p className="dt-scan-code">{code}</p>
    </PopButton>
  )
}
