import { useCallback, useLayoutEffect, useRef, useSyncExternalStore, type KeyboardEvent } from 'react'
import { redo, undo } from 'y-prosemirror'
import type { Editor } from '../editor.ts'
import { changeBefore, changeOf, moveCaret } from '../line.ts'
import { askedBack } from './askedBack.ts'
import { plainChange, plainOf } from './plainText.ts'

interface PlainAreaProps {
  editor: Editor
  label: string
  /** Id of what is said of it. */
  describedBy: string
  onFocus: (focused: boolean) => void
}

/** The words of a field as plain text, a line for each paragraph and item; the editor behind it does the writing. */
export function PlainArea({ editor, label, describedBy, onFocus }: PlainAreaProps) {
  const { view } = editor
  const area = useRef<HTMLTextAreaElement>(null)
  const own = useRef(false)
  const text = usePlainText(editor, area, own)

  const write = ({ value, selectionEnd }: HTMLTextAreaElement) => {
    own.current = true
    view.dispatch(plainChange(view.state, changeBefore(text, value, selectionEnd)))
    own.current = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const asked = askedBack(event)
    if (!asked) return
    event.preventDefault()
    if (asked === 'undo') undo(view.state)
    else redo(view.state)
  }

  return (
    <textarea
      ref={area}
      className="dt-agreement-paper is-plain"
      aria-label={label}
      aria-describedby={describedBy}
      dir="auto"
      rows={3}
      value={text}
      onChange={(event) => write(event.currentTarget)}
      onKeyDown={onKeyDown}
      onFocus={() => onFocus(true)}
      onBlur={() => onFocus(false)}
    />
  )
}

type Area = { readonly current: HTMLTextAreaElement | null }

/** The plain text as React state; after a change the selection goes where it belongs now. */
function usePlainText({ view, subscribe }: Editor, area: Area, own: { readonly current: boolean }): string {
  const selection = useRef<[number, number] | null>(null)
  const listen = useCallback(
    (changed: () => void) =>
      subscribe(() => {
        if (area.current) selection.current = movedTo(area.current, plainOf(view.state.doc), own.current)
        changed()
      }),
    [view, subscribe, area, own],
  )
  const text = useSyncExternalStore(listen, () => plainOf(view.state.doc))
  useLayoutEffect(() => {
    if (selection.current && document.activeElement === area.current)
      area.current?.setSelectionRange(...selection.current)
    selection.current = null
  })
  return text
}

/** Where the selection belongs when the area shows this text; one's own cursor goes behind a sign that came with a new line. */
function movedTo(area: HTMLTextAreaElement, text: string, own: boolean): [number, number] {
  const change = changeOf(area.value, text)
  const moved = (caret: number) =>
    own && caret === change.at ? caret + change.insert.length : moveCaret(caret, change)
  return [moved(area.selectionStart), moved(area.selectionEnd)]
}
