import { useState } from 'react'

/** A choice that stays on this device. Without storage (a private window) it lasts as long as the page. */
export function useRemembered(name: string, first: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => read(name) ?? first)
  return [
    value,
    (next) => {
      setValue(next)
      try {
        localStorage.setItem(`dt.${name}`, next ? 'yes' : 'no')
      } catch {
        // storage is refused here: the choice then lasts until the page is closed
      }
    },
  ]
}

function read(name: string): boolean | null {
  try {
    const stored = localStorage.getItem(`dt.${name}`)
    return stored === null ? null : stored === 'yes'
  } catch {
    return null
  }
}
