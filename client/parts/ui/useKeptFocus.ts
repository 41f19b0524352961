import { useImperativeHandle, useLayoutEffect, useRef, type Ref, type RefObject } from 'react'

/**
 * A browser takes the focus from a button that goes off, as one does while it waits for its answer. Whoever had it there has it again when
 * the button is on, unless they are elsewhere by then. Gives the button's own `ref`, and passes it on to this one.
 */
export function useKeptFocus(
  isOff: boolean,
  ref: Ref<HTMLButtonElement | null> | undefined,
): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const had = useRef(false)
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, () => button.current)
  useLayoutEffect(() => {
    if (isOff) had.current = document.activeElement === button.current
    else if (had.current) {
      had.current = false
      if (document.activeElement === document.body) button.current?.focus()
    }
  }, [isOff])
  return button
}
