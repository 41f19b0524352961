import { Label } from 'react-aria-components/Label'
import { RadioGroup } from 'react-aria-components/RadioGroup'
import {
  QUESTIONS,
  RATINGS,
  type Question,
  type Rating,
} from '../../../shared/dialogue/evaluation/evaluation.ts'
import { RadioLine } from '../ui/RadioLine.tsx'
import { useT } from '../ui/text.tsx'

interface QuestionChoiceProps {
  question: Question
  number: number
  value: Rating | null
  onChoose: (rating: Rating) => void
}

/** Five answers of one look; none is chosen beforehand. */
export function QuestionChoice({ question, number, value, onChoose }: QuestionChoiceProps) {
  const t = useT()
  return (
    <RadioGroup
      className="dt-evaluation-question"
      value={value}
      onChange={(chosen) => onChoose(RATINGS.find((rating) => rating === chosen) ?? 'unknown')}
    >
      <Label className="dt-field-label">
        <small>{t('evaluation.step', { number, count: QUESTIONS.length })}</small>
        {t(`evaluation.${question}`)}
      </Label>
      {RATINGS.map((rating) => (
        <RadioLine key={rating} value={rating}>
          {t(`evaluation.${rating}`)}
        </RadioLine>
      ))}
    </RadioGroup>
  )
}
