import { useEffect } from 'react'

/** What the window is called while this screen is there. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
