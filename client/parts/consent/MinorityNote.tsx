import { useState } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { floorOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { saysSomething } from './reason.ts'

/** As long as the server takes. */
const MAX_LENGTH = 2_000

/** C6: what the objectors want to be read beside the text; they write it, or whoever leads together with them, who then ask whether it is right. */
export function MinorityNote({ ask }: { ask: string | null }) {
  const t = useT()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const stored = useRoom((view) => floorOf(view).consent?.note ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const [isRead, setRead] = useState(false)
  const text = typed ?? stored
  const isReady = saysSomething(text) && text.trim() !== stored && (ask === null || isRead)
  const save = async () => {
    if (!(await run('noteMinority', { room, text: text.trim() }))) return
    setTyped(null)
    announce(t('consent.noteSaved'))
  }
  const write = (next: string) => {
    setTyped(next)
    setRead(false)
  }
  return (
    <section className="dt-consent-note" aria-labelledby="consent-note-title">
      <h3 id="consent-note-title">{t('consent.note')}</h3>
      <TextArea
        label={t('consent.noteLabel')}
        rows={3}
        maxLength={MAX_LENGTH}
        value={text}
        onChange={write}
      />
      {ask === null ? null : (
        <Checkbox className="dt-tick" isSelected={isRead} onChange={setRead}>
          <span className="dt-tick-box" aria-hidden="true" />
          {t('consent.noteRead', { names: ask })}
        </Checkbox>
      )}
      <Button icon="check" isDisabled={!isReady || busy !== null} onPress={() => void save()}>
        {t('consent.noteSave')}
      </Button>
    </section>
  )
}
