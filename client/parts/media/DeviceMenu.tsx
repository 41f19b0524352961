import { findIn, type DevicePart } from '../../core/media/choices.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useChoices } from '../../hooks/useMedia.ts'
import { Menu } from '../ui/Menu.tsx'
import { useT, type T } from '../ui/text.tsx'

const ICONS = { microphone: 'microphone', camera: 'camera', speaker: 'sound' } as const

/** As people know it: without the numbers of its maker, and a telephone's cameras by the side they are at. */
export function deviceName(part: DevicePart, label: string, t: T): string {
  if (part === 'camera' && /\b(front|voor)/i.test(label)) return t('devices.front')
  if (part === 'camera' && /\b(back|rear|achter)/i.test(label)) return t('devices.back')
  return label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)$/i, '')
}

/** Which device is used for this part, or null while the browser chooses. */
export function useChosen(part: DevicePart): { id: string; label: string } | null {
  const { devices } = useDialogue().media
  const list = useChoices(({ lists }) => lists[part])
  const chosen = useChoices((choices) => choices.chosen[part])
  const own = part === 'speaker' ? undefined : devices.open(part)?.getSettings?.().deviceId
  return findIn(list, chosen) ?? list.find(({ id }) => id === own) ?? null
}

/** Another device for one part. `onChange`: after a choice. */
export function DeviceMenu({ part, onChange }: { part: DevicePart; onChange?: () => void }) {
  const t = useT()
  const { media } = useDialogue()
  const list = useChoices(({ lists }) => lists[part])
  const chosen = useChosen(part)
  const choose = async (id: string): Promise<void> => {
    const found = list.find((each) => each.id === id)
    if (!found) return
    await media.choose(part, found)
    onChange?.()
  }
  return (
    <Menu
      icon={ICONS[part]}
      text={t(`devices.${part}.other`)}
      items={list.map(({ id, label }) => ({
        id,
        text: deviceName(part, label, t),
        isChosen: id === chosen?.id,
      }))}
      onChoose={(id) => void choose(id)}
    />
  )
}
