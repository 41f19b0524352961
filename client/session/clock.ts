import { useEffect, useReducer } from 'react'
import { useSession } from './store.ts'

/** The server's time now, in milliseconds. */
export const serverNow = (): number => Date.now() + useSession.getState().offset

/**
 * The server's time, drawn again every `intervalMs` on the server's whole beats, so that all countdowns tick together.
 * Fresh at every rendering, also between two beats.
 */
export function useServerNow(intervalMs: number): number {
  const [, beat] = useReducer((count: number) => count + 1, 0)
  const offset = useSession((session) => session.offset)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const plan = (): void => {
      const wait = intervalMs - ((Date.now() + offset) % intervalMs)
      timer = setTimeout(() => {
        beat()
        plan()
      }, wait + 5)
    }
    plan()
    return () => clearTimeout(timer)
  }, [intervalMs, offset])
  return serverNow()
}
