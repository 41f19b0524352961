import { PARTS, type DevicePart } from '../../core/media/choices.ts'
import { useChoices } from '../../hooks/useMedia.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useT } from '../ui/text.tsx'
import type { Over } from '../ui/useOpening.ts'
import { DeviceMenu, deviceName, useChosen } from './DeviceMenu.tsx'

/** Camera, microphone and loudspeaker of this device, while one is in: what is used, and what else there is. */
export function DevicesDialog(over: Over) {
  const t = useT()
  const none = useChoices(({ lists }) => PARTS.every((part) => lists[part].length === 0))
  return (
    <Dialog title={t('devices.title')} {...over}>
      {none ? <p>{t('devices.none')}</p> : <p>{t('devices.text')}</p>}
      {PARTS.map((part) => (
        <Row key={part} part={part} />
      ))}
    </Dialog>
  )
}

function Row({ part }: { part: DevicePart }) {
  const t = useT()
  const count = useChoices(({ lists }) => lists[part].length)
  const chosen = useChosen(part)
  if (count === 0) return null
  return (
    <section className="dt-stack-tight">
      <h3>{t(`devices.${part}`)}</h3>
      <p>{chosen ? deviceName(part, chosen.label, t) : t('devices.own')}</p>
      {count > 1 ? <DeviceMenu part={part} /> : null}
    </section>
  )
}
