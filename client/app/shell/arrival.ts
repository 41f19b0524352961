import { useEffect } from 'react'

let screens = 0

/**
 * A screen that follows another one is entered at its heading, so that a screen reader starts there and the keyboard is not
 * lost with the button that was pressed. It is seen from its top. The first screen of a page is left to the browser.
 */
export function useArrival(): void {
  useEffect(() => {
    screens += 1
    if (screens === 1) return
    const heading = document.querySelector<HTMLElement>('h1')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    document.documentElement.scrollTop = 0
  }, [])
}
