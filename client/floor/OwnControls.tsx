import type { ReactNode } from 'react'
import { mayBeHeard, mayShowCamera } from '../../shared/dialogue/hearing.ts'
import { leads } from '../../shared/dialogue/places.ts'
import { setCamera, setMicrophone } from '../media/index.ts'
import { useMedia } from '../media/store.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT, type MessageKey } from '../ui/text.tsx'
import { floorOf, type RoomView } from './view.ts'

/** Microphone and camera with words. Without the floor there is no microphone button, but the reason why (F9). */
export function OwnControls({ view }: { view: RoomView }) {
  const { state, me, room } = view
  const microphone = useMedia((media) => media.wantsMicrophone)
  const camera = useMedia((media) => media.wantsCamera)
  const heard = mayBeHeard(state, room, me)
  const seen = mayShowCamera(state, room, me)
  if (view.media.state === 'off' || (!heard && !seen)) return null
  return (
    <>
      <div className="own-controls">
        {heard ? (
          <OwnSwitch what="microphone" on={microphone} onPress={() => void setMicrophone(!microphone)} />
        ) : null}
        {seen ? <OwnSwitch what="camera" on={camera} onPress={() => void setCamera(!camera)} /> : null}
      </div>
      {seen ? <CameraNote /> : null}
    </>
  )
}

/** Why the camera did not go on, or that it went away. Nothing when all is well. */
function CameraNote() {
  const t = useT()
  const device = useMedia((media) => media.camera)
  const lost = useMedia((media) => media.lost.camera !== null)
  if (lost) return <LostNote icon="cameraOff">{t('own.cameraGone')}</LostNote>
  if (device !== 'blocked' && device !== 'none') return null
  return (
    <p className="mic-note" role="status">
      <Icon name="cameraOff" />
      <span>{t(device === 'blocked' ? 'own.cameraBlocked' : 'join.camera.none')}</span>
    </p>
  )
}

/** It went away while somebody may be speaking: told at once, whatever else is being said. */
function LostNote({ icon, children }: { icon: 'microphoneOff' | 'cameraOff'; children: ReactNode }) {
  return (
    <p className="mic-note" role="alert">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}

/** Also where the microphone has no button now: in an own turn that has not begun, it is tried by beginning. */
export function MicrophoneLost({ view }: { view: RoomView }) {
  const t = useT()
  const lost = useMedia((media) => media.lost.microphone)
  if (lost === null) return null
  const heard = mayBeHeard(view.state, view.room, view.me)
  return (
    <LostNote icon="microphoneOff">
      {t(`mic.${lost}`)} {t(heard ? 'mic.pressAgain' : 'mic.againLater')}
    </LostNote>
  )
}

const WORDS = { microphone: 'mic', camera: 'camera' } as const

function OwnSwitch({
  what,
  on,
  onPress,
}: {
  what: 'microphone' | 'camera'
  on: boolean
  onPress: () => void
}) {
  const t = useT()
  const whole = t(`${WORDS[what]}.${on ? 'turnOff' : 'turnOn'}`)
  return (
    <Button icon={what === 'microphone' ? 'microphone' : 'camera'} onPress={onPress}>
      <span className="wide-only">{whole}</span>
      <span className="phone-only own-short">
        {t(`own.${what}`)}
        <small>{t(on ? 'own.off' : 'own.on')}</small>
      </span>
    </Button>
  )
}

/** Why the microphone cannot be on now, or what is wrong with it. Nothing when all is well. */
export function MicrophoneNote({ view }: { view: RoomView }) {
  const t = useT()
  const device = useMedia((media) => media.microphone)
  const lost = useMedia((media) => media.lost.microphone !== null)
  if (lost) return <MicrophoneLost view={view} />
  const key = noteKey(view, device)
  if (!key) return null
  return (
    <p className="mic-note" role="status">
      <Icon name="microphone" />
      <span>{t(key)}</span>
    </p>
  )
}

function noteKey(view: RoomView, device: 'on' | 'off' | 'none' | 'blocked'): MessageKey | null {
  const { state, me, room } = view
  const role = state.people[me]?.role
  if (role === 'observer' || role === 'helper' || role === 'interpreter') return null
  if (view.media.state === 'off') return null
  if (floorOf(view).silence) return 'mic.silence'
  if (!mayBeHeard(state, room, me)) {
    return role === 'organiser' && leads(state, me, room) ? 'lead.ownNote' : 'mic.later'
  }
  if (device === 'blocked') return 'own.micBlocked'
  return device === 'none' ? 'own.micNone' : null
}
