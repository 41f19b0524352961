import { useState } from 'react'
import {
  IN_ORDER,
  type ColumnQuestion,
  type Columns,
  type Field,
} from '../../../../shared/dialogue/people/columns.ts'
import { Button } from '../../../parts/ui/Button.tsx'
import { Select } from '../../../parts/ui/Select.tsx'
import { useT } from '../../../parts/ui/text.tsx'

/** Which column is the name? It is asked and never guessed. */
export function ColumnsAsked({
  question: { headings, asks, known, parts },
  onAnswer,
}: {
  question: ColumnQuestion
  onAnswer: (columns: Columns) => void
}) {
  const t = useT()
  const [chosen, setChosen] = useState(known)
  const words = (at: number) => headings[at] || t('ask.column', { number: at + 1 })
  const single = headings.map((_heading, at) => ({ id: `${at}`, text: words(at) }))
  const together = { id: parts.join(' '), text: t('ask.parts', { list: parts.map(words).join(' + ') }) }
  const optionsOf = (field: Field) => {
    if (field === 'name') return parts.length > 1 ? [together, ...single] : single
    return [...single, { id: '', text: t('ask.none') }]
  }
  /** What was not chosen yet has no value: "none" is an answer too. */
  const [answered, setAnswered] = useState<Partial<Record<Field, string>>>({})
  const choose = (field: Field, id: string) => {
    setAnswered({ ...answered, [field]: id })
    const columns = id === '' ? [] : id.split(' ').map(Number)
    setChosen({ ...chosen, [field]: field === 'name' ? columns : (columns[0] ?? null) })
  }
  return (
    <div className="dt-organise-stack" role="group" aria-labelledby="ask-title">
      <h3 id="ask-title">{t('ask.title')}</h3>
      <p>{t('ask.note')}</p>
      {asks.map((field) => (
        <Select
          key={field}
          label={t(`ask.${field}`)}
          placeholder={t('ask.choose')}
          value={answered[field] ?? null}
          options={optionsOf(field)}
          onChange={(id) => choose(field, id)}
        />
      ))}
      <div className="dt-desk-buttons">
        <Button
          variant="primary"
          icon="check"
          isDisabled={asks.some((field) => answered[field] === undefined)}
          onPress={() => onAnswer(chosen)}
        >
          {t('ask.go')}
        </Button>
        <Button onPress={() => onAnswer(IN_ORDER)}>{t('ask.person')}</Button>
      </div>
    </div>
  )
}
