import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'

/** Who listened through a headset must know that it sounds in the room now. */
export function SpeakerGone() {
  const t = useT()
  const { choices } = useDialogue().media.devices
  return (
    <div className="dt-notice" role="status">
      <Icon name="sound" />
      <p>{t('devices.speakerGone')}</p>
      <Button onPress={choices.readGone}>{t('room.read')}</Button>
    </div>
  )
}
