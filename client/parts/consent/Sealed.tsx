import { Icon } from '../ui/Icon.tsx'
import { TextArea } from '../ui/TextField.tsx'

/** As long as the server takes. */
const MAX_LENGTH = 1_000

interface SealedProps {
  label: string
  hint: string
  /** Who may not read it yet. */
  note?: string
  needed: boolean
  value: string
  onChange: (text: string) => void
}

/** A reason that stays closed until everybody has answered (C2). */
export function Sealed({ label, hint, note, needed, value, onChange }: SealedProps) {
  return (
    <div className="dt-sealed">
      <TextArea
        label={label}
        hint={hint}
        rows={2}
        maxLength={MAX_LENGTH}
        isRequired={needed}
        value={value}
        onChange={onChange}
      />
      {note === undefined ? null : (
        <p className="dt-small dt-with-icon">
          <Icon name="lock" />
          <span>{note}</span>
        </p>
      )}
    </div>
  )
}
