import { useEffect } from 'react'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useSpeaker } from '../../hooks/useMedia.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { playTones } from '../ui/sounds.ts'
import { useT } from '../ui/text.tsx'
import { useHelper, useLines, useTones } from './told.ts'
import { TypedApart } from './TypedApart.tsx'

/** For whoever asked: the test sound of the helper, and typing with them. */
export function FromHelper() {
  const me = useSession((session) => session.me)
  const helper = useHelper()
  const lines = useLines(me)
  const { kept } = useDialogue()
  const last = lines.filter(({ by }) => by !== me).at(-1)?.id
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
  const speaker = useSpeaker()
  const { waits, say } = useTones()
  if (!waits) return null
  return (
    <div className="dt-stack-tight">
      <p>
        <strong>{t('aside.tonesAsk', { name })}</strong>
      </p>
      <div className="dt-row">
        <Button icon="check" onPress={() => say(true)}>
          {t('aside.tonesYes')}
        </Button>
        <Button icon="close" onPress={() => say(false)}>
          {t('aside.tonesNo')}
        </Button>
        <Button icon="sound" onPress={() => void playTones(speaker)}>
          {t('aside.tonesAgain')}
        </Button>
      </div>
    </div>
  )
}
