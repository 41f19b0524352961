import { useState, type KeyboardEvent } from 'react'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { usePaced } from '../../hooks/usePaced.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useT } from '../ui/text.tsx'
import './captions.css'

/** As long as the server takes. */
const MAX_LENGTH = 500

/** Where a writing interpreter writes along. Enter ends the line; what stands there is read meanwhile. */
export function CaptionField() {
  const t = useT()
  const { session } = useDialogue()
  const [text, setText] = useState('')
  usePaced(text, (latest) => {
    if (latest.trim() !== '') session.sendCaption(latest, false)
  })
  const end = (): void => {
    if (text.trim() === '') return
    session.sendCaption(text, true)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) end()
  }
  return (
    <div className="dt-captions-field" onKeyDown={onKeyDown} role="presentation">
      <TextField
        label={t('own.write')}
        hint={t('captions.hint')}
        value={text}
        maxLength={MAX_LENGTH}
        onChange={setText}
      />
      <Button icon="next" isDisabled={text.trim() === ''} onPress={end}>
        {t('captions.done')}
      </Button>
    </div>
  )
}
