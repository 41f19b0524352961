import { buttonClass } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'

/** Calls for help, where the device can call; elsewhere the number is there to read. */
export function CallUs({ phone }: { phone: string }) {
  const t = useT()
  return (
    <a className={buttonClass({ wide: true })} href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
      <Icon name="phone" />
      <span>{t('app.call', { phone })}</span>
    </a>
  )
}
