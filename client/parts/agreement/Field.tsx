import { useEffect, useId, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import { useTooLong } from '../ui/useTooLong.ts'
import { createEditor, type Editor } from './editor.ts'
import { LabelRow } from './LabelRow.tsx'
import type { CoWriter } from '../../core/texts/store.ts'
import { PlainArea } from './writing/PlainArea.tsx'
import { Tools } from './writing/Tools.tsx'

interface FieldProps {
  label: string
  /** Said by a screen reader in place of the short label. */
  longLabel: string
  fragment: Y.XmlFragment
  awareness: Awareness
  writers: CoWriter[]
  /** Written as plain text. */
  plain: boolean
  onFocus: (focused: boolean) => void
}

/** One field of paragraphs, written together. */
export function Field({ label, longLabel, fragment, awareness, writers, plain, onFocus }: FieldProps) {
  const mount = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [linking, setLinking] = useState(false)
  const { told, tell, left } = useTooLong(EDITOR_LIMITS.field, 'agreement.tooLong')
  const errorId = useId()
  const onFocusChange = (focused: boolean) => {
    if (!focused) left()
    onFocus(focused)
  }
  const focus = useRef(onFocusChange)
  useEffect(() => {
    focus.current = onFocusChange
  })

  useEffect(() => {
    if (!mount.current) return
    const made = createEditor({
      mount: mount.current,
      fragment,
      awareness,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': longLabel,
        'aria-describedby': errorId,
        class: 'dt-agreement-paper',
        dir: 'auto',
      },
      onFocus: (focused) => focus.current(focused),
      onFull: tell,
      onLink: () => setLinking(true),
    })
    setEditor(made)
    return () => made.view.destroy()
  }, [fragment, awareness, longLabel, errorId, tell])

  return (
    <div className="dt-agreement-field">
      <LabelRow writers={writers}>
        <span className="dt-field-label">{label}</span>
      </LabelRow>
      {editor && plain ? (
        <PlainArea editor={editor} label={longLabel} describedBy={errorId} onFocus={onFocusChange} />
      ) : null}
      {editor && !plain ? (
        <Tools editor={editor} label={label} link={{ isOpen: linking, onOpenChange: setLinking }} />
      ) : null}
      <div ref={mount} hidden={plain} />
      {told === null ? null : (
        <p id={errorId} className="dt-field-error">
          {told}
        </p>
      )}
    </div>
  )
}
