import { useEffect, useRef } from 'react'

export interface TooLongField {
  label: string
  why: string
}

/** Beside the button that was pressed in vain, for what is too long may be longer than the screen, with its own message below it. */
export function TooLong({ fields }: { fields: readonly TooLongField[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="dt-harvest-refused" tabIndex={-1}>
      {fields.map(({ label, why }) => (
        <p key={label} className="dt-field-error">
          <strong>{label}.</strong> {why}
        </p>
      ))}
    </div>
  )
}
