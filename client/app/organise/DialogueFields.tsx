import { meetingOf } from '../../../shared/dialogue/session/meeting.ts'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { DialogueForm, WhenForm } from './api.ts'

interface Fields<Form> {
  form: Form
  onChange: (form: Form) => void
}

/** Title, date, from and to. */
export function DialogueFields({ form, onChange }: Fields<DialogueForm>) {
  const t = useT()
  return (
    <>
      <TextField
        label={t('dialogue.name')}
        value={form.title}
        maxLength={120}
        onChange={(title) => onChange({ ...form, title })}
      />
      <WhenFields form={form} onChange={(when) => onChange({ ...form, ...when })} />
    </>
  )
}

/** An end after midnight is said: nobody typed the day after. */
export function WhenFields({ form, onChange }: Fields<WhenForm>) {
  const t = useT()
  const meeting = meetingOf(form)
  const note = typeof meeting === 'string' ? null : meeting.note
  return (
    <>
      <div className="dt-organise-row">
        <TextField
          label={t('dialogue.date')}
          type="date"
          value={form.date}
          onChange={(date) => onChange({ ...form, date })}
        />
        <TextField
          label={t('dialogue.from')}
          type="time"
          value={form.from}
          onChange={(from) => onChange({ ...form, from })}
        />
        <TextField
          label={t('dialogue.to')}
          type="time"
          value={form.to}
          onChange={(to) => onChange({ ...form, to })}
        />
      </div>
      <output className="dt-desk-note">{note && t(`dialogue.${note}`)}</output>
    </>
  )
}
