import { useRef } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components/TextField'
import { useTooLong } from './useTooLong.ts'

export interface TextFieldProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  label: string
  /** Said under the label, before one types. */
  hint?: string
  error?: string
  /** Characters; what is longer is refused whole and said. */
  maxLength?: number
  placeholder?: string
  className?: string
}

/** One line of text; `multiline` gives room for more. */
export function TextField({ multiline, ...props }: TextFieldProps & { multiline?: boolean; rows?: number }) {
  if (multiline) return <TextArea {...props} />
  const { placeholder, rows: _rows, ...rest } = props
  return (
    <Field {...rest}>
      <Input className="dt-input" dir="auto" placeholder={placeholder} />
    </Field>
  )
}

/** More lines; grows with `rows`. */
export function TextArea({ rows = 4, ...props }: TextFieldProps & { rows?: number }) {
  const { placeholder, ...rest } = props
  return (
    <Field {...rest}>
      <AriaTextArea className="dt-input is-area" dir="auto" rows={rows} placeholder={placeholder} />
    </Field>
  )
}

function Field(props: TextFieldProps & { children: React.ReactNode }) {
  const { label, hint, error, className, children, maxLength = Infinity, onChange, onBlur, ...rest } = props
  const box = useRef<HTMLDivElement>(null)
  const { told, takes, left } = useTooLong(maxLength)
  const wrong = told ?? error
  // what was refused is not in the field: it keeps no form from being sent
  const isSound = told !== null && error === undefined && Boolean(rest.value)
  const write = (typed: string): void => {
    const field = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('.dt-input')
    if (takes(field, rest.value ?? '', typed)) onChange?.(typed)
  }
  return (
    <AriaTextField
      {...rest}
      ref={box}
      className={className ? `dt-field ${className}` : 'dt-field'}
      isInvalid={wrong !== undefined}
      validationBehavior={isSound ? 'aria' : rest.validationBehavior}
      onChange={write}
      onBlur={(event) => {
        left()
        onBlur?.(event)
      }}
    >
      <Label className="dt-field-label">{label}</Label>
      {children}
      {hint ? (
        <Text slot="description" className="dt-field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="dt-field-error">{wrong}</FieldError>
    </AriaTextField>
  )
}
