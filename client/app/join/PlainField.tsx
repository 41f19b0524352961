import { useId, useState, type ComponentProps } from 'react'
import { useTooLong } from '../../parts/ui/useTooLong.ts'

interface PlainFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'defaultValue'> {
  label: string
  hint: string
  begins: string | undefined
  /** Characters. */
  most: number
}

/** A line of a plain form, before anything of a session has come in. */
export function PlainField({ label, hint, begins = '', most, className, ...input }: PlainFieldProps) {
  const id = useId()
  const [text, setText] = useState(begins)
  const { told, takes, left } = useTooLong(most)
  return (
    <>
      <label className="dt-field">
        <span className="dt-field-label">{label}</span>
        <input
          {...input}
          className={`dt-input is-big ${className ?? ''}`}
          value={text}
          required
          aria-describedby={`${id}-told ${id}-hint`}
          onChange={({ target }) => takes(target, text, target.value) && setText(target.value)}
          onBlur={left}
        />
      </label>
      {told === null ? null : (
        <p id={`${id}-told`} className="dt-field-error">
          {told}
        </p>
      )}
      <p id={`${id}-hint`}>{hint}</p>
    </>
  )
}
