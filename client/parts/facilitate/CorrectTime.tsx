import { useState } from 'react'
import type { PersonId, RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/Toast.tsx'
import { READY_REASONS, stretchOf, STRETCHES, type Stretch } from './correction.ts'
import type { Run } from './run.ts'

interface CorrectTimeProps {
  room: RoomId
  state: SessionState
  /** Whose time; null: closed. */
  person: PersonId | null
  onClose: () => void
  run: Run
}

/** S8: whoever leads takes a stretch off somebody's time and says why; it is kept as an event with its reason. */
export function CorrectTime({ room, state, person, onClose, run }: CorrectTimeProps) {
  const t = useT()
  const name = state.people[person ?? '']?.name ?? ''
  return (
    <Dialog
      title={t('correct.title', { name })}
      isOpen={person !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      {(close) =>
        person !== null && <CorrectForm room={room} state={state} person={person} run={run} onClose={close} />
      }
    </Dialog>
  )
}

function CorrectForm(props: CorrectTimeProps & { person: PersonId }) {
  const { room, state, person, onClose, run } = props
  const t = useT()
  const { session } = useDialogue()
  const [stretch, setStretch] = useState<Stretch>('minute')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const name = state.people[person]?.name ?? ''
  const known = STRETCHES.filter((one) => stretchOf(one, state.agenda, session.now()) !== null)
  const save = async () => {
    const part = stretchOf(stretch, state.agenda, session.now())
    if (!part) return
    setBusy(true)
    const done = await run('correctTime', { room, person, ...part, reason: reason.trim() })
    setBusy(false)
    if (!done) return
    showToast(t('correct.done', { name }))
    onClose()
  }
  return (
    <>
      <p>{t('correct.text', { name })}</p>
      <Select
        label={t('correct.which')}
        value={stretch}
        options={known.map((id) => ({ id, text: t(`correct.${id}`) }))}
        onChange={setStretch}
      />
      <div className="dt-correct-reasons" role="group" aria-label={t('correct.reasons')}>
        <p className="dt-field-label">{t('correct.why')}</p>
        <div className="dt-desk-buttons">
          {READY_REASONS.map((ready) => {
            const words = t(`correct.${ready}`)
            return (
              <Button
                key={ready}
                icon={reason === words ? 'check' : undefined}
                pressed={reason === words}
                className={reason === words ? 'is-on' : undefined}
                onPress={() => setReason(words)}
              >
                {words}
              </Button>
            )
          })}
        </div>
      </div>
      <TextField label={t('correct.ownWords')} value={reason} onChange={setReason} maxLength={200} />
      <Button
        variant="primary"
        icon="minus"
        isDisabled={busy || reason.trim() === ''}
        onPress={() => void save()}
      >
        {t('correct.save')}
      </Button>
    </>
  )
}
