import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { DeviceStatus } from '../../../shared/protocol.ts'
import { useSession } from '../../hooks/useSession.ts'
import type { Choice } from './entry.ts'
import { QuietPage } from '../shell/QuietPage.tsx'
import { HelpButton } from '../../parts/help/HelpButton.tsx'
import { HelpCode } from '../../parts/help/HelpCode.tsx'
import { statusOf, type Device, type Preview } from '../../core/media/devices.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { OpenElsewhere } from '../../parts/media/later.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { CameraQuestion, MicrophoneQuestion, SoundQuestion } from './Questions.tsx'
import { Steps } from './Steps.tsx'

interface DeviceCheckProps {
  canSkip: boolean
  onDone: (choice: Choice) => void
  /** To what lay there before this session; null: there is nothing to read now. */
  onRead: (() => void) | null
}

/** Step 2 (02): do you see yourself, do we hear you, do you hear us. One missing device never stops anybody. */
export function DeviceCheck({ canSkip, onDone, onRead }: DeviceCheckProps) {
  const t = useT()
  const name = useSession(({ state, me }) => state?.people[me]?.name ?? '')
  const [preview, again] = usePreview()
  return (
    <QuietPage title={t('join.devices')} bar={<ToHelp />}>
      <div className="dt-stack">
        <Steps step={2} />
        <h1>{t('join.devices')}</h1>
        {preview?.microphone.problem === 'browser' ? (
          <Suspense fallback={null}>
            <OpenElsewhere />
          </Suspense>
        ) : null}
        <div className="dt-media-two">
          <Picture preview={preview} name={name} />
          <div className="dt-asks">
            <CameraQuestion device={preview?.camera} onAgain={again} />
            <MicrophoneQuestion device={preview?.microphone} onAgain={again} />
            <SoundQuestion />
          </div>
        </div>
        <Ways preview={preview} canSkip={canSkip} onDone={onDone} />
        {onRead ? <ReadFirst onRead={onRead} /> : null}
      </div>
    </QuietPage>
  )
}

/** The way to a helper, and what to say to one who is called. */
function ToHelp() {
  const t = useT()
  const me = useSession((known) => known.me)
  return (
    <div className="dt-row">
      <span>
        {t('help.code')} <HelpCode person={me} />
      </span>
      <HelpButton />
    </div>
  )
}

/** Asks the browser for both at once; null while it is asking. `again` asks anew. */
function usePreview(): [preview: Preview | null, again: () => void] {
  const { media, session } = useDialogue()
  const { devices } = media
  const [preview, setPreview] = useState<Preview | null>(null)
  const gone = useRef(false)
  const ask = useCallback(async () => {
    const opened = await devices.preview()
    // The person went on while the browser was asking: what it gives now is not wanted any more.
    if (gone.current) {
      devices.release('camera')
      devices.release('microphone')
      return
    }
    setPreview(opened)
    session.sendStatus(statusWith(opened))
  }, [devices, session])
  useEffect(() => {
    gone.current = false
    void ask()
    return () => {
      gone.current = true
    }
  }, [ask])
  return [
    preview,
    () => {
      setPreview(null)
      void ask()
    },
  ]
}

const word = ({ problem }: Device): DeviceStatus['camera'] => (problem ? statusOf(problem) : 'on')

/** For the digital helper: how the devices do, before one is in. */
const statusWith = ({ camera, microphone }: Preview): DeviceStatus => ({
  room: null,
  media: 'off',
  screen: 'join',
  camera: word(camera),
  microphone: word(microphone),
})

function Picture({ preview, name }: { preview: Preview | null; name: string }) {
  const t = useT()
  const video = useRef<HTMLVideoElement>(null)
  const track = preview?.camera.track ?? null
  useEffect(() => {
    if (video.current) video.current.srcObject = track && new MediaStream([track])
  }, [track])
  return (
    <div className="dt-preview">
      {track ? (
        <video ref={video} muted autoPlay playsInline aria-label={t('join.picture')} />
      ) : (
        <p className="dt-preview-empty">{t(preview ? 'join.noPicture' : 'join.asking')}</p>
      )}
      <bdi className="dt-preview-name">{name}</bdi>
    </div>
  )
}

function Ways({ preview, canSkip, onDone }: Omit<DeviceCheckProps, 'onRead'> & { preview: Preview | null }) {
  const t = useT()
  const { release } = useDialogue().media.devices
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
    <div className="dt-join-actions">
      <p role="status" className="dt-join-waits">
        {preview === null ? t('join.waitsForDevices') : null}
      </p>
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

/** Reading takes no camera: it goes out. */
function ReadFirst({ onRead }: { onRead: () => void }) {
  const t = useT()
  const { release } = useDialogue().media.devices
  const read = () => {
    release('camera')
    release('microphone')
    onRead()
  }
  return (
    <div className="dt-row">
      <Button icon="text" onPress={read}>
        {t('room.readBefore')}
      </Button>
    </div>
  )
}
