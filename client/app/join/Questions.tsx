import { Suspense, useEffect, useState, type ReactNode } from 'react'
import type { DevicePart } from '../../core/media/choices.ts'
import type { Device } from '../../core/media/devices.ts'
import { watchLevel } from '../../core/media/level.ts'
import { useChoices, useSpeaker } from '../../hooks/useMedia.ts'
import { DeviceMenu } from '../../parts/media/later.ts'
import { announce } from '../../parts/ui/Announcer.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon, type IconName } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { playTones } from '../../parts/ui/sounds.ts'

/** `undefined`: the browser is still asking. */
interface QuestionProps {
  device: Device | undefined
  onAgain: () => void
}

export function CameraQuestion({ device, onAgain }: QuestionProps) {
  const t = useT()
  const [tip, setTip] = useState(false)
  return (
    <Ask
      icon="camera"
      words={t('join.seeQuestion')}
      isNo={tip}
      no={t('join.noSee')}
      onNo={() => setTip(true)}
    >
      {device?.problem && device.problem !== 'browser' ? (
        <Advice words={t(`join.camera.${device.problem}`)} onAgain={onAgain} />
      ) : null}
      {tip && device && !device.problem ? <Advice words={t('join.seeTip')} onAgain={onAgain} /> : null}
      {tip || device?.problem ? <OtherDevice part="camera" onChange={onAgain} /> : null}
    </Ask>
  )
}

export function MicrophoneQuestion({ device, onAgain }: QuestionProps) {
  const t = useT()
  const [tip, setTip] = useState(false)
  return (
    <Ask
      icon="microphone"
      words={t('join.hearQuestion')}
      isNo={tip}
      no={t('join.noHear')}
      onNo={() => setTip(true)}
    >
      {device?.track ? <Level track={device.track} /> : null}
      {device?.problem && device.problem !== 'browser' ? (
        <Advice words={t(`join.microphone.${device.problem}`)} onAgain={onAgain} />
      ) : null}
      {tip && device && !device.problem ? <Advice words={t('join.hearTip')} onAgain={onAgain} /> : null}
      {tip || device?.problem ? <OtherDevice part="microphone" onChange={onAgain} /> : null}
    </Ask>
  )
}

export function SoundQuestion() {
  const t = useT()
  const speaker = useSpeaker()
  const [played, setPlayed] = useState(false)
  const play = (): void => {
    announce(t('join.listening'))
    void playTones(speaker)
    setPlayed(true)
  }
  return (
    <div className="dt-ask">
      <p className="dt-ask-words">
        <Icon name="sound" />
        <strong>{t('join.soundQuestion')}</strong>
      </p>
      <Button icon="sound" onPress={play}>
        {t('join.listen')}
      </Button>
      {played ? <OtherDevice part="speaker" /> : null}
    </div>
  )
}

/** Another one, for whom this one does not do and where there is more than one. */
function OtherDevice({ part, onChange }: { part: DevicePart; onChange?: () => void }) {
  const several = useChoices(({ lists }) => lists[part].length > 1)
  if (!several) return null
  return (
    <div className="dt-ask-more">
      <Suspense fallback={null}>
        <DeviceMenu part={part} onChange={onChange} />
      </Suspense>
    </div>
  )
}

function Ask(props: {
  icon: IconName
  words: string
  /** The whole sentence for who does not see which question it belongs to. */
  no: string
  isNo: boolean
  onNo: () => void
  children: ReactNode
}) {
  const t = useT()
  return (
    <div className="dt-ask">
      <p className="dt-ask-words">
        <Icon name={props.icon} />
        <strong>{props.words}</strong>
      </p>
      <Button aria-label={props.no} pressed={props.isNo} onPress={props.onNo}>
        {t('join.no')}
      </Button>
      {props.children}
    </div>
  )
}

function Advice({ words, onAgain }: { words: string; onAgain: () => void }) {
  const t = useT()
  return (
    <div className="dt-ask-more" role="status">
      <p>{words}</p>
      <Button size="small" icon="round" onPress={onAgain}>
        {t('join.again')}
      </Button>
    </div>
  )
}

const BLOCKS = 10
/** Heard once is heard: the words stay good while one breathes. */
const HEARD = 3

function Level({ track }: { track: MediaStreamTrack }) {
  const t = useT()
  const [blocks, setBlocks] = useState(0)
  const [heard, setHeard] = useState(false)
  useEffect(
    () =>
      watchLevel(track, (level) => {
        const lit = Math.min(BLOCKS, Math.round(level * BLOCKS))
        setBlocks(lit)
        if (lit >= HEARD) setHeard(true)
      }),
    [track],
  )
  const words = t(heard ? 'join.levelGood' : 'join.levelQuiet')
  return (
    <div className="dt-ask-more level-row">
      <div
        className="dt-level"
        role="meter"
        aria-label={t('join.level')}
        aria-valuenow={blocks}
        aria-valuemin={0}
        aria-valuemax={BLOCKS}
        aria-valuetext={words}
      >
        {Array.from({ length: BLOCKS }, (_, index) => (
          <i key={index} className={index < blocks ? 'is-lit' : undefined} />
        ))}
      </div>
      <span role="status">{words}</span>
    </div>
  )
}
