import { useEffect, useId, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { useT } from '../ui/text.tsx'
import { createEditor } from './editor.ts'
import { LabelRow } from './LabelRow.tsx'
import type { CoWriter } from '../../core/texts/store.ts'

interface FieldProps {
  label: string
  /** Said by a screen reader in place of the short label. */
  longLabel: string
  fragment: Y.XmlFragment
  awareness: Awareness
  writers: CoWriter[]
  onFocus: (focused: boolean) => void
}

/** One field of paragraphs, written together. */
export function Field({ label, longLabel, fragment, awareness, writers, onFocus }: FieldProps) {
  const t = useT()
  const mount = useRef<HTMLDivElement>(null)
  const focus = useRef(onFocus)
  const [full, setFull] = useState(false)
  const errorId = useId()
  useEffect(() => {
    focus.current = onFocus
  })

  useEffect(() => {
    if (!mount.current) return
    const view = createEditor({
      mount: mount.current,
      fragment,
      awareness,
      editable: true,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': longLabel,
        'aria-describedby': errorId,
        class: 'dt-agreement-paper',
      },
      onFocus: (focused) => focus.current(focused),
      onFull: setFull,
    })
    return () => view.destroy()
  }, [fragment, awareness, longLabel, errorId])

  return (
    <div className="dt-agreement-field">
      <LabelRow writers={writers}>
        <span className="dt-field-label">{label}</span>
      </LabelRow>
      <div ref={mount} />
      <p id={errorId} className="dt-field-error" aria-live="polite">
        {full ? t('agreement.tooLong') : ''}
      </p>
    </div>
  )
}
