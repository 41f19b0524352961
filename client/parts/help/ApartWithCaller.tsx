import { useEffect, useRef, useState } from 'react'
import type { HelpCall } from '../../../shared/dialogue/model.ts'
import { useAside, useAsideMedia, useAsideTracks } from '../../hooks/useAside.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { TypedApart } from './TypedApart.tsx'
import { useTypedAloud } from './typedAloud.ts'

interface CallerProps {
  call: Pick<HelpCall, 'person' | 'aside'>
  name: string
}

/** For the helper: talking apart with whoever they help, and their screen when they show it. */
export function ApartWithCaller({ call: { person, aside: talk }, name }: CallerProps) {
  const t = useT()
  const aside = useAsideMedia()
  const { busy, run } = useCommand()
  const number = useSession(({ numbers }) => numbers[person] ?? '')
  const { speaks, problem } = useAside((known) => known)
  useTypedAloud(person, name)
  const pressed = useRef(false)
  const isOpen = talk !== null
  useEffect(() => {
    if (isOpen && pressed.current) void aside.speak(true)
    pressed.current = false
  }, [aside, isOpen])
  const begin = (): void => {
    pressed.current = true
    void run('openAside', { person })
  }
  return (
    <div className="dt-stack-tight">
      {number ? (
        <p>
          <a className="dt-call-back" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
            {t('aside.callBack', { number })}
          </a>
        </p>
      ) : null}
      {isOpen ? (
        <>
          <p>{t('aside.apart', { name })}</p>
          <p role="status">
            {problem ? t('aside.noMicrophone') : t(talk.speaks ? 'aside.talksBack' : 'aside.waits', { name })}
          </p>
          <CallerScreen name={name} />
          <div className="dt-row">
            <Button icon={speaks ? 'microphoneOff' : 'microphone'} onPress={() => void aside.speak(!speaks)}>
              {t(speaks ? 'mic.turnOff' : 'mic.turnOn')}
            </Button>
            <Button
              icon="close"
              isDisabled={busy !== null}
              onPress={() => void run('closeAside', { person })}
            >
              {t('aside.close', { name })}
            </Button>
          </div>
        </>
      ) : (
        <div className="dt-row">
          <Button icon="sound" isDisabled={busy !== null} onPress={begin}>
            {t('aside.open', { name })}
          </Button>
        </div>
      )}
      <TestTones person={person} name={name} />
      <TypedApart person={person} name={name} />
    </div>
  )
}

function TestTones({ person, name }: { person: string; name: string }) {
  const t = useT()
  const { session } = useDialogue()
  const was = useSession(({ ownDevices }) => ownDevices[person]?.tones ?? 'untried')
  const [sent, setSent] = useState(false)
  const send = (): void => {
    session.sendTones(person)
    setSent(true)
  }
  return (
    <>
      <div className="dt-row">
        <Button icon="bell" onPress={send}>
          {t('aside.sendTones')}
        </Button>
      </div>
      <p role="status">{sent ? t(`aside.tones.${was}`, { name }) : null}</p>
    </>
  )
}

function CallerScreen({ name }: { name: string }) {
  const t = useT()
  const track = useAsideTracks(({ pictures }) => Object.values(pictures)[0])
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video || !track) return
    track.attach(video)
    return () => void track.detach(video)
  }, [track])
  if (!track) return <p className="dt-small dt-soft">{t('aside.noScreen', { name })}</p>
  return (
    <video
      ref={element}
      className="dt-caller-screen"
      aria-label={t('aside.screen', { name })}
      muted
      autoPlay
      playsInline
    />
  )
}
