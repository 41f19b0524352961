import { Label } from 'react-aria-components/Label'
import { RadioGroup } from 'react-aria-components/RadioGroup'
import { ANSWERS, type Answer } from '../../../shared/dialogue/consent/round.ts'
import { RadioLine } from '../ui/RadioLine.tsx'

interface AnswerChoiceProps {
  label: string
  value: Answer | null
  /** What each of them says, and under it what it means. */
  words: (answer: Answer) => { says: string; means?: string }
  small?: boolean
  onChoose: (answer: Answer) => void
}

/** Three answers of one size and one look: none is coloured, and none is chosen beforehand. */
export function AnswerChoice({ label, value, words, small, onChoose }: AnswerChoiceProps) {
  return (
    <RadioGroup
      className={small ? 'dt-answers is-small' : 'dt-answers'}
      value={value}
      onChange={(chosen) => onChoose(ANSWERS.find((answer) => answer === chosen) ?? 'aside')}
    >
      <Label className={small ? 'dt-unseen' : 'dt-field-label'}>{label}</Label>
      {ANSWERS.map((answer) => {
        const { says, means } = words(answer)
        return (
          <RadioLine key={answer} value={answer} className="dt-answer">
            {says}
            {means === undefined ? null : <small>{means}</small>}
          </RadioLine>
        )
      })}
    </RadioGroup>
  )
}
