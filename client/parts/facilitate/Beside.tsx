import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useT } from '../ui/text.tsx'

/**
 * For somebody beside whoever leads: where to type the code from their own letter. Whoever leads has nobody's link to show, for
 * links are the organiser's.
 */
export function Beside() {
  const t = useT()
  const { rest } = useDialogue()
  const { host, pathname, href } = new URL('../../../code', rest.urlOf(''))
  return (
    <details className="dt-beside">
      <summary>{t('desk.beside')}</summary>
      <p>{t('desk.besideHow', { address: `${host}${pathname}` })}</p>
      <img src={`${href}/qr.svg`} alt={t('desk.besideAlt')} width="192" height="192" loading="lazy" />
    </details>
  )
}
