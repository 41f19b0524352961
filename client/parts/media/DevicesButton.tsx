import { fetched } from '../../core/fetched.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useOpening } from '../ui/useOpening.ts'
import { loadDevicesDialog } from './later.ts'

const loadDevices = fetched(loadDevicesDialog)

/** Camera, microphone and loudspeaker, where there is no menu of one's own: for whoever leads. */
export function DevicesButton() {
  const t = useT()
  const { Part: DevicesDialog, open, over, ahead } = useOpening(loadDevices)
  return (
    <>
      <Button icon="sound" {...ahead} onPress={open}>
        {t('own.devices')}
      </Button>
      {DevicesDialog ? <DevicesDialog {...over} /> : null}
    </>
  )
}
