import { useSyncExternalStore } from 'react'

/**
 * Whether the window has this width; the same breakpoints as the CSS. From 71em the agreement stands beside the talk, below it each part
 * has a tab of its own; below 48em is a phone.
 */
export function useAtLeast(width: '48em' | '71em'): boolean {
  const query = `(min-width: ${width})`
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
