import { useState } from 'react'
import { GOVERNMENT_ROLES } from '../../../../shared/dialogue/model.ts'
import { Button } from '../../../parts/ui/Button.tsx'
import { Select } from '../../../parts/ui/Select.tsx'
import { TextArea, TextField } from '../../../parts/ui/TextField.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import { questionsOf, type NewPart } from './templates.ts'

const MINUTE = 60_000
const MINUTES = { min: 1, max: 240 }

export const EMPTY_PART: NewPart = {
  title: '',
  lengthMs: 15 * MINUTE,
  where: 'plenary',
  questions: questionsOf(() => ''),
}

interface PartFormProps {
  start: NewPart
  /** True once it is kept. */
  onSave: (part: NewPart) => Promise<boolean>
  onDone: () => void
}

/** What a part is called, how long it takes, where it is, and what each table begins with. */
export function PartForm({ start, onSave, onDone }: PartFormProps) {
  const t = useT()
  const [part, setPart] = useState(start)
  const [typed, setTyped] = useState(String(Math.round(start.lengthMs / MINUTE)))
  const minutes = Number(typed)
  const fits = Number.isInteger(minutes) && minutes >= MINUTES.min && minutes <= MINUTES.max
  const save = async () => {
    const { where } = part
    // what is said in the main room has no tables to ask
    const questions = where === 'tables' ? part.questions : EMPTY_PART.questions
    const kept = { title: part.title.trim(), lengthMs: minutes * MINUTE, where, questions }
    if (await onSave(kept)) onDone()
  }
  return (
    <>
      <TextField
        label={t('part.name')}
        value={part.title}
        maxLength={80}
        onChange={(title) => setPart({ ...part, title })}
      />
      <TextField
        label={t('part.length')}
        hint={t('part.lengthHint', MINUTES)}
        type="number"
        value={typed}
        onChange={setTyped}
      />
      <Select
        label={t('part.where')}
        value={part.where}
        options={(['plenary', 'tables'] as const).map((id) => ({ id, text: t(`part.where.${id}`) }))}
        onChange={(where) => setPart({ ...part, where })}
      />
      {part.where === 'tables' && <Questions part={part} onChange={setPart} />}
      <Button
        variant="primary"
        icon="check"
        isDisabled={!fits || part.title.trim() === ''}
        onPress={() => void save()}
      >
        {t('part.save')}
      </Button>
    </>
  )
}

function Questions({ part, onChange }: { part: NewPart; onChange: (part: NewPart) => void }) {
  const t = useT()
  return (
    <>
      <p className="dt-desk-note">{t('part.askHint')}</p>
      {GOVERNMENT_ROLES.map((role) => (
        <TextArea
          key={role}
          label={t('part.ask', { role: t(`government.${role}`) })}
          rows={2}
          maxLength={300}
          value={part.questions[role]}
          onChange={(question) => onChange({ ...part, questions: { ...part.questions, [role]: question } })}
        />
      ))}
    </>
  )
}
