import { useLayoutEffect, useRef, type Ref, type RefCallback } from 'react'

/**
 * A browser takes the focus from a button that goes off, as one does while it waits for its answer. Whoever had it there has it again when
 * the button is on, unless they are elsewhere by then. Gives what the button is to have as its `ref`.
 */
export function useKeptFocus(
  isOff: boolean,
  ref: Ref<HTMLButtonElement> | undefined,
): RefCallback<HTMLButtonElement> {
  const button = useRef<HTMLButtonElement>(null)
  const had = useRef(false)
  useLayoutEffect(() => {
    if (isOff) had.current = document.activeElement === button.current
    else if (had.current) {
      had.current = false
      if (document.activeElement === document.body) button.current?.focus()
    }
  }, [isOff])
  return (node) => {
    button.current = node
    if (typeof ref === 'function') ref(node)
    else if (ref) ref.current = node
  }
}
