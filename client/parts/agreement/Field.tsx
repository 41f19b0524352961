import { useEffect, useId, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import { useT } from '../ui/text.tsx'
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
  const t = useT()
  const mount = useRef<HTMLDivElement>(null)
  const focus = useRef(onFocus)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [linking, setLinking] = useState(false)
  const [full, setFull] = useState<number | null>(null)
  const errorId = useId()
  useEffect(() => {
    focus.current = onFocus
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
      onFull: setFull,
      onLink: () => setLinking(true),
    })
    setEditor(made)
    return () => made.view.destroy()
  }, [fragment, awareness, longLabel, errorId])

  return (
    <div className="dt-agreement-field">
      <LabelRow writers={writers}>
        <span className="dt-field-label">{label}</span>
      </LabelRow>
      {editor && plain ? (
        <PlainArea editor={editor} label={longLabel} describedBy={errorId} onFocus={onFocus} />
      ) : null}
      {editor && !plain ? (
        <Tools editor={editor} label={label} link={{ isOpen: linking, onOpenChange: setLinking }} />
      ) : null}
      <div ref={mount} hidden={plain} />
      <p id={errorId} className="dt-field-error" aria-live="polite">
        {full === null ? '' : t('agreement.tooLong', { count: full, most: EDITOR_LIMITS.field })}
      </p>
    </div>
  )
}
