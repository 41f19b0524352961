import { useSyncExternalStore } from 'react'

const QUERY = '(min-width: 71em)'

/** From 71em the agreement stands beside the talk; below it each part has a tab of its own. Same breakpoint as the CSS. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(QUERY)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(QUERY).matches,
  )
}
