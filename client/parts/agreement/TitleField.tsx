import { useCallback, useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { KeyboardEvent } from 'react'
import * as Y from 'yjs'
import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import { useT } from '../ui/text.tsx'
import { useTooLong } from '../ui/useTooLong.ts'
import { LabelRow } from './LabelRow.tsx'
import { changeOf, LINE, moveCaret, writeLine } from './line.ts'
import type { CoWriter } from '../../core/texts/store.ts'
import { askedBack } from './writing/askedBack.ts'

interface TitleFieldProps {
  line: Y.Text
  writers: CoWriter[]
  onFocus: (focused: boolean) => void
}

/** The title: one line, written together, the caret staying where it was when somebody else types. */
export function TitleField({ line, writers, onFocus }: TitleFieldProps) {
  const t = useT()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const value = useLine(line, input)
  const undo = useUndo(line)
  const { told, takes, left } = useTooLong(EDITOR_LIMITS.title)

  const onKeyDown = (event: KeyboardEvent) => {
    const asked = askedBack(event)
    if (!asked) return
    event.preventDefault()
    undo.current?.[asked]()
  }

  return (
    <div className="dt-agreement-field">
      <LabelRow writers={writers}>
        <label className="dt-field-label" htmlFor={id}>
          {t('agreement.title')}
        </label>
      </LabelRow>
      <input
        ref={input}
        id={id}
        className="dt-agreement-paper is-title"
        autoComplete="off"
        dir="auto"
        aria-describedby={`${id}-error`}
        value={value}
        onChange={({ target }) => takes(target, value, target.value) && writeLine(line, target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => onFocus(true)}
        onBlur={() => {
          left()
          onFocus(false)
        }}
      />
      {told === null ? null : (
        <p id={`${id}-error`} className="dt-field-error">
          {told}
        </p>
      )}
    </div>
  )
}

/** The line as React state; after somebody else's change the selection goes where it belongs now. */
function useLine(line: Y.Text, input: { current: HTMLInputElement | null }): string {
  const selection = useRef<[number, number] | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      let before = line.toString()
      const observe = (_event: Y.YTextEvent, transaction: Y.Transaction) => {
        const change = changeOf(before, line.toString())
        before = line.toString()
        const { selectionStart, selectionEnd } = input.current ?? {}
        const mine = transaction.origin === LINE
        selection.current = mine
          ? null
          : [moveCaret(selectionStart ?? 0, change), moveCaret(selectionEnd ?? 0, change)]
        changed()
      }
      line.observe(observe)
      return () => line.unobserve(observe)
    },
    [line, input],
  )
  const value = useSyncExternalStore(subscribe, () => line.toString())
  useLayoutEffect(() => {
    if (selection.current && document.activeElement === input.current)
      input.current?.setSelectionRange(...selection.current)
    selection.current = null
  })
  return value
}

/** Takes back this person's own typing only. */
function useUndo(line: Y.Text) {
  const undo = useRef<Y.UndoManager | null>(null)
  useEffect(() => {
    const manager = new Y.UndoManager(line, { trackedOrigins: new Set([LINE]) })
    undo.current = manager
    return () => manager.destroy()
  }, [line])
  return undo
}
