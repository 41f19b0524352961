import type { ReactNode } from 'react'
import { Radio } from 'react-aria-components/RadioGroup'
import './radioLine.css'

interface RadioLineProps {
  value: string
  /** How large it is among its kind. */
  className?: string
  children: ReactNode
}

/** One of several equal answers, with a round mark; none has a colour of its own. */
export function RadioLine({ value, className = '', children }: RadioLineProps) {
  return (
    <Radio value={value} className={`dt-radio ${className}`.trim()}>
      <span className="dt-radio-mark" aria-hidden="true" />
      <span>{children}</span>
    </Radio>
  )
}
