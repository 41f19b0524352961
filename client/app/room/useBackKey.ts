import { useEffect, useEffectEvent } from 'react'

/** Where the browser stands in its history while somebody is in a room. */
const IN_ROOM = { dt: 'room' }

/**
 * The back key of a telephone is easily touched: the first press asks, as leaving does. Whoever presses once more while it is asked goes
 * back for real; a page holds nobody.
 */
export function useBackKey(isAsked: boolean, onAsk: () => void): void {
  const pressed = useEffectEvent(() => {
    if (isAsked) return history.back()
    history.pushState(IN_ROOM, '')
    onAsk()
  })
  useEffect(() => {
    const isThere = (history.state as typeof IN_ROOM | null)?.dt === IN_ROOM.dt
    if (!isThere) history.pushState(IN_ROOM, '')
    const listener = () => pressed()
    addEventListener('popstate', listener)
    return () => removeEventListener('popstate', listener)
  }, [])
}
