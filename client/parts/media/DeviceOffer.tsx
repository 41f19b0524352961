import { PARTS, type Offer } from '../../core/media/choices.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'

/** Something was plugged in. It is asked for, never taken: it may stand where more can be heard. */
export function DeviceOffer({ offer }: { offer: Offer }) {
  const t = useT()
  const { media } = useDialogue()
  const { choices } = media.devices
  async function use(): Promise<void> {
    choices.putAside()
    for (const part of PARTS) {
      const device = offer.parts[part]
      if (device) await media.choose(part, device)
    }
  }
  return (
    <div className="dt-notice" role="status">
      <Icon name={offer.what === 'camera' ? 'camera' : 'sound'} />
      <p>{t(`devices.offer.${offer.what}`)}</p>
      <div className="dt-row">
        <Button onPress={() => void use()}>{t('devices.offer.use')}</Button>
        <Button variant="quiet" onPress={choices.putAside}>
          {t('devices.offer.not')}
        </Button>
      </div>
    </div>
  )
}
