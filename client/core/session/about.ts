import type { StoreApi } from 'zustand/vanilla'
import type { SessionStore } from '../../../shared/channel/store.ts'
import type { Clock } from '../../../shared/channel/surroundings.ts'
import type { Rest } from './rest.ts'

/** Between two questions while the server does not answer. */
const AGAIN_MS = 3_000

/** The session works without it, but no text opens: so it is asked from the first welcome on until it is there. */
export function keepAbout(store: StoreApi<SessionStore>, rest: Rest, clock: Clock) {
  let callOff: (() => void) | undefined

  async function refresh(): Promise<void> {
    store.setState({ about: await rest.me() })
  }

  function ask(): void {
    callOff?.()
    if (store.getState().about !== null) return
    refresh().catch(() => undefined)
    callOff = clock.after(AGAIN_MS, ask)
  }

  const stopWatching = store.subscribe(({ connection }, before) => {
    if (connection === 'live' && before.connection !== 'live') ask()
    if (connection === 'closed') callOff?.()
  })
  return {
    refresh,
    stop() {
      stopWatching()
      callOff?.()
    },
  }
}
