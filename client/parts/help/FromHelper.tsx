import { useEffect, useRef } from 'react'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useSpeaker } from '../../hooks/useMedia.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { playTones } from '../ui/sounds.ts'
import { useT } from '../ui/text.tsx'
import { useHelper, useLastTyped, useTones } from './told.ts'
import { TypedApart } from './TypedApart.tsx'
import './help.css'

/** For whoever asked: the test sound of the helper, and typing with them. */
export function FromHelper() {
  const me = useSession((session) => session.me)
  const helper = useHelper()
  const { kept } = useDialogue()
  const last = useLastTyped()
  useEffect(() => {
    if (last !== undefined) kept.setState({ apartRead: last })
  }, [kept, last])
  if (helper?.role !== 'helper') return null
  return (
    <>
      <TonesAsked name={helper.name} />
      <TypedApart person={me} name={helper.name} />
    </>
  )
}

function TonesAsked({ name }: { name: string }) {
  const t = useT()
  const { asked, waits, say } = useTones()
  const place = useRef<HTMLDivElement>(null)
  const answer = (heard: boolean): void => {
    say(heard)
    // the button goes
    place.current?.focus()
  }
  if (!asked) return null
  return (
    <div ref={place} tabIndex={-1} className="dt-stack-tight">
      {waits ? <Question name={name} onAnswer={answer} /> : <p>{t('aside.tonesTold', { name })}</p>}
    </div>
  )
}

function Question({ name, onAnswer }: { name: string; onAnswer: (heard: boolean) => void }) {
  const t = useT()
  const speaker = useSpeaker()
  return (
    <>
      <p>
        <strong>{t('aside.tonesAsk', { name })}</strong>
      </p>
      <div className="dt-row">
        <Button icon="check" onPress={() => onAnswer(true)}>
          {t('aside.tonesYes')}
        </Button>
        <Button icon="close" onPress={() => onAnswer(false)}>
          {t('aside.tonesNo')}
        </Button>
        <Button icon="sound" onPress={() => void playTones(speaker)}>
          {t('aside.tonesAgain')}
        </Button>
      </div>
    </>
  )
}
