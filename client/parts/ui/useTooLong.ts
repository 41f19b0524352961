import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from './Announcer.tsx'
import { useT } from './text.tsx'

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * The one rule for what is longer than its field can hold: it is refused whole, for cut off nobody would see that words are missing, and
 * said in numbers, aloud too, until something fits or the field is left. `most`: characters.
 */
export function useTooLong(most: number, sentence: 'words.tooLong' | 'agreement.tooLong' = 'words.tooLong') {
  const t = useT()
  const [count, setCount] = useState<number | null>(null)
  const leaving = useRef<AbortController | null>(null)
  const told = count === null ? null : t(sentence, { count, most })
  /** What is told now is not of the field as it was left. */
  const tell = useCallback((found: number | null): void => {
    leaving.current?.abort()
    setCount(found)
  }, [])
  useEffect(() => {
    if (told !== null) announce(told)
  }, [told])
  return {
    told,
    /** How many characters it would have been; null when they fit. */
    tell,
    /** Whether this may stand in the field; if not, what stood there is put back. Shorter always may: what is stored can be too long. */
    takes(field: Field | null | undefined, before: string, typed: string): boolean {
      const fits = typed.length <= most || typed.length <= before.length
      tell(fits ? null : typed.length)
      if (!fits && field) putBack(field, before)
      return fits
    },
    left: () => {
      leaving.current?.abort()
      leaving.current = afterPress(() => setCount(null))
    },
  }
}

/** What left a field is a press that may still go on: the button under it would be missed, did it move now. */
function afterPress(then: () => void): AbortController {
  const over = new AbortController()
  const { signal } = over
  const done = () => setTimeout(() => signal.aborted || (over.abort(), then()))
  for (const end of ['mouseup', 'pointercancel', 'keyup'] as const)
    addEventListener(end, done, { capture: true, signal })
  return over
}

/** Put back by React, the caret would be at the end, and the next Backspace would take another letter. */
function putBack(field: Field, before: string): void {
  const caret = field.selectionStart
  const typed = field.value.length - before.length
  field.value = before
  // an address or a number has no caret that can be put anywhere
  if (caret !== null) field.setSelectionRange(Math.max(0, caret - typed), Math.max(0, caret - typed))
}
