import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useLines } from './told.ts'

interface TypedApartProps {
  /** Who asked for help. */
  person: string
  /** With whom one types. */
  name: string
}

/** Typing with each other in a call for help, for those two alone. */
export function TypedApart({ person, name }: TypedApartProps) {
  const t = useT()
  const lines = useLines(person)
  const [wanted, setWanted] = useState(false)
  if (lines.length === 0 && !wanted)
    return (
      <Button icon="keyboard" onPress={() => setWanted(true)}>
        {t('aside.type', { name })}
      </Button>
    )
  return (
    <section className="dt-stack-tight dt-apart" aria-label={t('aside.typed', { name })}>
      <Lines person={person} name={name} />
      <Typing person={person} name={name} focus={wanted} />
    </section>
  )
}

function Lines({ person, name }: TypedApartProps) {
  const t = useT()
  const lines = useLines(person)
  const me = useSession((session) => session.me)
  if (lines.length === 0) return null
  return (
    <ol className="dt-apart-lines">
      {lines.map(({ id, by, text }) => (
        <li key={id}>
          <b>
            <bdi>{by === me ? t('aside.you') : name}</bdi>
          </b>
          <p dir="auto">{text}</p>
        </li>
      ))}
    </ol>
  )
}

/** What was typed stays in the field until it has come to the server. */
function Typing({ person, name, focus }: TypedApartProps & { focus: boolean }) {
  const t = useT()
  const { session } = useDialogue()
  const lines = useLines(person)
  const isLive = useSession(({ connection }) => connection === 'live')
  const [text, setText] = useState('')
  const [sent, setSent] = useState<{ id: string; text: string } | null>(null)
  if (sent && lines.some(({ id }) => id === sent.id)) {
    setSent(null)
    if (text === sent.text) setText('')
  }
  // the button that was pressed goes, or goes off
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus) toField(box.current)
  }, [focus])
  const send = (): void => {
    setSent({ id: session.sendApart(person, text), text })
    toField(box.current)
  }
  return (
    <div ref={box} className="dt-stack-tight">
      <TextField
        multiline
        rows={2}
        label={t('aside.message', { name })}
        hint={t('aside.messageHint')}
        maxLength={1_000}
        value={text}
        onChange={setText}
      />
      <div className="dt-row">
        <Button icon="next" isDisabled={!isLive || text.trim() === ''} onPress={send}>
          {t('aside.send')}
        </Button>
      </div>
    </div>
  )
}

const toField = (box: HTMLElement | null): void => box?.querySelector('textarea')?.focus()
