import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeviceStatus } from '../../shared/protocol.ts'
import type { Choice } from '../app/entry.ts'
import { QuietPage } from '../app/QuietPage.tsx'
import { HelpButton } from '../help/HelpButton.tsx'
import { openPreview, release, statusOf, type Device, type Preview } from '../media/devices.ts'
import { sendStatus } from '../session/socket.ts'
import { useSession } from '../session/store.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { CameraQuestion, MicrophoneQuestion, SoundQuestion } from './Questions.tsx'
import { Steps } from './Steps.tsx'

interface DeviceCheckProps {
  canSkip: boolean
  onDone: (choice: Choice) => void
}

/** Step 2 (02): do you see yourself, do we hear you, do you hear us. One missing device never stops anybody. */
export default function DeviceCheck({ canSkip, onDone }: DeviceCheckProps) {
  const t = useT()
  const name = useSession(({ state, me }) => state?.people[me]?.name ?? '')
  const [preview, again] = usePreview()
  return (
    <QuietPage title={t('join.devices')} bar={<HelpButton />}>
      <div className="stack">
        <Steps step={2} />
        <h1>{t('join.devices')}</h1>
        <div className="media-two">
          <Picture preview={preview} name={name} />
          <div className="asks">
            <CameraQuestion device={preview?.camera} onAgain={again} />
            <MicrophoneQuestion device={preview?.microphone} onAgain={again} />
            <SoundQuestion />
          </div>
        </div>
        <Ways preview={preview} canSkip={canSkip} onDone={onDone} />
      </div>
    </QuietPage>
  )
}

/** Asks the browser for both at once; null while it is asking. `again` asks anew. */
function usePreview(): [preview: Preview | null, again: () => void] {
  const [preview, setPreview] = useState<Preview | null>(null)
  const gone = useRef(false)
  const show = useCallback((opened: Preview) => {
    // The person went on while the browser was asking: what it gives now is not wanted any more.
    if (gone.current) {
      release('camera')
      release('microphone')
      return
    }
    setPreview(opened)
    tell(opened)
  }, [])
  useEffect(() => {
    gone.current = false
    void openPreview().then(show)
    return () => {
      gone.current = true
    }
  }, [show])
  return [
    preview,
    () => {
      setPreview(null)
      void openPreview().then(show)
    },
  ]
}

const word = ({ problem }: Device): DeviceStatus['camera'] => (problem ? statusOf(problem) : 'on')

/** For the digital helper: how the devices do, before one is in. */
function tell({ camera, microphone }: Preview): void {
  sendStatus({ room: null, media: 'off', screen: 'join', camera: word(camera), microphone: word(microphone) })
}

function Picture({ preview, name }: { preview: Preview | null; name: string }) {
  const t = useT()
  const video = useRef<HTMLVideoElement>(null)
  const track = preview?.camera.track ?? null
  useEffect(() => {
    if (video.current) video.current.srcObject = track && new MediaStream([track])
  }, [track])
  return (
    <div className="preview">
      {track ? (
        <video ref={video} muted autoPlay playsInline aria-label={t('join.picture')} />
      ) : (
        <p className="preview-empty">{t(preview ? 'join.noPicture' : 'join.asking')}</p>
      )}
      <span className="preview-name">{name}</span>
    </div>
  )
}

function Ways({ preview, canSkip, onDone }: DeviceCheckProps & { preview: Preview | null }) {
  const t = useT()
  const camera = preview?.camera.track != null
  const microphone = preview?.microphone.track != null
  const go = (choice: Choice): void => {
    if (!choice.camera) release('camera')
    if (!choice.microphone) release('microphone')
    onDone(choice)
  }
  const words =
    preview === null || camera ? 'join.seeMyself' : microphone ? 'join.goWithoutCamera' : 'join.goListening'
  return (
    <div className="join-actions">
      <Button
        variant="primary"
        size="big"
        icon="next"
        iconEnd
        isDisabled={preview === null}
        onPress={() => go({ camera, microphone })}
      >
        {t(words)}
      </Button>
      {preview === null || camera ? (
        <Button icon="cameraOff" onPress={() => go({ camera: false, microphone })}>
          {t('join.withoutCamera')}
        </Button>
      ) : null}
      {preview === null || microphone ? (
        <Button icon="microphoneOff" onPress={() => go({ camera, microphone: false })}>
          {t('join.withoutSound')}
        </Button>
      ) : null}
      {canSkip ? (
        <Button variant="quiet" onPress={() => go({ camera: false, microphone: false })}>
          {t('join.skip')}
        </Button>
      ) : null}
    </div>
  )
}
