import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Icon } from './Icon.tsx'

interface SelectProps<K extends string> {
  label: string
  /** Keep the label for assistive technology only. */
  hideLabel?: boolean
  value: K | null
  placeholder?: string
  options: readonly { id: K; text: string }[]
  isDisabled?: boolean
  className?: string
  onChange: (value: K) => void
}

/** Choose one of a few. */
export function Select<K extends string>(props: SelectProps<K>) {
  const { label, hideLabel, value, placeholder, options, isDisabled, className, onChange } = props
  const choose = (key: unknown) => {
    const found = options.find((option) => option.id === key)
    if (found) onChange(found.id)
  }
  return (
    <AriaSelect
      className={className ? `dt-select ${className}` : 'dt-select'}
      aria-label={hideLabel ? label : undefined}
      placeholder={placeholder}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
    >
      {hideLabel ? null : <Label className="dt-field-label">{label}</Label>}
      <Button className="dt-select-button">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="dt-popover">
        <ListBox className="dt-menu">
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} className="dt-menu-item" textValue={option.text}>
              {option.text}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
