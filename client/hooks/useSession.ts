import { useStore } from 'zustand'
import type { SessionStore } from '../../shared/channel/store.ts'
import { useDialogue } from './DialogueProvider.tsx'

/** A part of what is known of the session. What is selected must be the same value as long as nothing in it changed. */
export const useSession = <T>(select: (session: SessionStore) => T): T =>
  useStore(useDialogue().session.store, select)
