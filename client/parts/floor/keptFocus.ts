import { useEffect, useRef, type FocusEvent } from 'react'

/**
 * The button one pressed may go away with what it did. The keyboard then goes on from this part of the screen and not from the top of the
 * page; not from the next button, for a second press of the same key would be one too many.
 */
export function useKeptFocus<E extends HTMLElement>() {
  const part = useRef<E>(null)
  const inside = useRef(false)
  useEffect(() => {
    const element = part.current
    if (!element) return
    const observer = new MutationObserver(() => afterPainting(restore))
    const restore = () => {
      if (inside.current && document.activeElement === document.body) element.focus({ preventScroll: true })
    }
    observer.observe(element, { subtree: true, childList: true, attributeFilter: ['disabled'] })
    return () => observer.disconnect()
  }, [])
  return {
    ref: part,
    onFocus: () => void (inside.current = true),
    // Focus that goes nowhere went with its button.
    onBlur: ({ relatedTarget }: FocusEvent) => void (inside.current = relatedTarget === null),
  }
}

/** The browser lets go of a button that was disabled only when it draws. */
const afterPainting = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work))
