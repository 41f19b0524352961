import { useEffect, useRef } from 'react'
import type { TurnId } from '../../../shared/dialogue/model.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useKept } from '../../hooks/useKept.ts'
import { usePaced } from '../../hooks/usePaced.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { isTyping } from './keys.ts'

/** As long as the server takes. */
const MAX_LENGTH = 1_000

interface TypedFieldProps {
  /** The turn it is typed in, which has begun. */
  turn: TurnId
  onSend: () => void
  isBusy: boolean
}

/**
 * What the holder of a turn types, for everybody in the room to read, while it is typed (F3). The text stays in the field until the server
 * has it: a lost line loses no word. Focus goes to the field as it opens, unless the person is typing elsewhere.
 */
export function TypedField({ turn, onSend, isBusy }: TypedFieldProps) {
  const t = useT()
  const { session } = useDialogue()
  const [text, setText] = useKept('draft')
  usePaced(text, (latest) => session.sendDraft(turn, latest))
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isTyping()) field.current?.querySelector('textarea')?.focus()
  }, [])
  const send = (): void => {
    onSend()
    field.current?.querySelector('textarea')?.focus()
  }
  return (
    <div className="dt-typed-field" ref={field}>
      <TextArea label={t('typed.label')} rows={2} maxLength={MAX_LENGTH} value={text} onChange={setText} />
      <Button icon="next" iconEnd isDisabled={isBusy || text.trim() === ''} onPress={send}>
        {t('typed.send')}
      </Button>
    </div>
  )
}
