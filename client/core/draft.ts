import type { StoreApi } from 'zustand/vanilla'
import type { SessionStore } from '../../shared/channel/store.ts'
import type { Kept } from './kept.ts'

const PREFIX = 'dt.draft.'
/** Of a session that ended while this device was away, nothing is left longer than this. */
const OLD_MS = 86_400_000

interface Stored {
  text: string
  at: number
}

/**
 * What somebody types stays on this device until it is sent, or until the session is over: a reload or an empty battery loses no word.
 * Each session and person has a place of its own, so on a shared device nobody finds another's words. Returns what ends it.
 */
export function keepDraft(kept: StoreApi<Kept>, session: StoreApi<SessionStore>): () => void {
  let key: string | null = null

  function find(): void {
    const { me, state } = session.getState()
    if (state === null || state.id === '' || me === '') return
    const own = `${PREFIX}${state.id}.${me}`
    if (state.phase.name === 'ended') {
      key = null
      write(own, null)
    } else if (key === null) {
      key = own
      const before = read(own)
      if (before && kept.getState().draft === '') kept.setState({ draft: before.text })
    }
  }

  forgetOld()
  find()
  const ends = [
    session.subscribe(find),
    kept.subscribe(({ draft }, before) => {
      if (key === null || draft === before.draft) return
      write(key, draft === '' ? null : { text: draft, at: Date.now() })
    }),
  ]
  return () => ends.forEach((end) => end())
}

function read(key: string): Stored | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as Stored)
  } catch {
    return null
  }
}

function write(key: string, stored: Stored | null): void {
  try {
    if (stored === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(stored))
  } catch {
    // refused: it lasts as long as the page
  }
}

function forgetOld(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue
      const at = read(key)?.at
      if (at === undefined || Date.now() - at > OLD_MS) localStorage.removeItem(key)
    }
  } catch {
    // refused: nothing is there
  }
}
