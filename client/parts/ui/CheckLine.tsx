import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import './checkLine.css'

interface CheckLineProps {
  isSelected: boolean
  isDisabled?: boolean
  onChange: (isSelected: boolean) => void
  children: ReactNode
}

/** Yes or no to one line. */
export function CheckLine({ children, ...choice }: CheckLineProps) {
  return (
    <Checkbox className="dt-check-line" {...choice}>
      <span className="dt-check-box" aria-hidden="true" />
      <span>{children}</span>
    </Checkbox>
  )
}
