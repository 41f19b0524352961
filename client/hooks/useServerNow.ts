import { useSyncExternalStore } from 'react'
import { useDialogue } from './DialogueProvider.tsx'

/** The server's time, drawn again every `intervalMs` (whole seconds), and fresh whenever something else draws it. */
export function useServerNow(intervalMs: number): number {
  const { beat, session } = useDialogue()
  useSyncExternalStore(beat.subscribe, () => Math.floor(session.now() / intervalMs))
  return session.now()
}
