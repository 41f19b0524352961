import type { ReactNode } from 'react'
import { mayBeHeard, mayShowCamera } from '../../../shared/dialogue/floor/mayBeHeard.ts'
import { leads } from '../../../shared/dialogue/places.ts'
import { useMedia } from '../../hooks/useMedia.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button, ShortWords } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT, type MessageKey } from '../ui/text.tsx'
import { handView, microphoneWaits } from './handButton.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'

/** Microphone and camera with words. Without the floor there is no microphone button, but the reason why (F9). */
export function OwnControls() {
  const { setCamera, setMicrophone } = useDialogue().media
  const microphone = useMedia((media) => media.wantsMicrophone)
  const camera = useMedia((media) => media.wantsCamera)
  const heard = useRoom(({ state, room, me }) => mayBeHeard(state, room, me))
  const seen = useRoom(({ state, room, me }) => mayShowCamera(state, room, me))
  const soundOnly = useMedia((media) => media.soundOnly)
  const off = useRoom((view) => view.media.state === 'off')
  if (off || (!heard && !seen)) return null
  return (
    <>
      <div className="dt-own-controls">
        {heard ? (
          <OwnSwitch what="microphone" on={microphone} onPress={() => void setMicrophone(!microphone)} />
        ) : null}
        {seen && !soundOnly ? (
          <OwnSwitch what="camera" on={camera} onPress={() => void setCamera(!camera)} />
        ) : null}
      </div>
      {seen && !soundOnly ? <CameraNote /> : null}
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
    <p className="dt-mic-note" role="status">
      <Icon name="cameraOff" />
      <span>{t(device === 'blocked' ? 'own.cameraBlocked' : 'join.camera.none')}</span>
    </p>
  )
}

/** It went away while somebody may be speaking: told at once, whatever else is being said. */
function LostNote({ icon, children }: { icon: 'microphoneOff' | 'cameraOff'; children: ReactNode }) {
  return (
    <p className="dt-mic-note" role="alert">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}

/** Also where the microphone has no button now: in an own turn that has not begun, it is tried by beginning. */
export function MicrophoneLost() {
  const t = useT()
  const lost = useMedia((media) => media.lost.microphone)
  const heard = useRoom(({ state, room, me }) => mayBeHeard(state, room, me))
  if (lost === null) return null
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
  return (
    <Button icon={what === 'microphone' ? 'microphone' : 'camera'} onPress={onPress}>
      <ShortWords
        whole={t(`${WORDS[what]}.${on ? 'turnOff' : 'turnOn'}`)}
        word={t(`own.${what}`)}
        below={t(on ? 'own.off' : 'own.on')}
      />
    </Button>
  )
}

/** Why the microphone cannot be on now, or what is wrong with it. Nothing when all is well. */
export function MicrophoneNote() {
  const t = useT()
  const device = useMedia((media) => media.microphone)
  const lost = useMedia((media) => media.lost.microphone !== null)
  const key = useRoom((view) => noteKey(view, device))
  if (lost) return <MicrophoneLost />
  if (!key) return null
  return (
    <p className="dt-mic-note" role="status">
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
    if (role === 'organiser' && leads(state, me, room)) return 'lead.ownNote'
    // the panel of a raised hand says so already, and one that went down has enough to say
    return microphoneWaits(view) || handView(view).look === 'lowered' ? null : 'mic.later'
  }
  if (device === 'blocked') return 'own.micBlocked'
  return device === 'none' ? 'own.micNone' : null
}
