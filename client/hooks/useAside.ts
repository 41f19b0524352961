import { useStore } from 'zustand'
import { asideOf, type CallApart } from '../../shared/dialogue/aside.ts'
import type { AsideStore } from '../core/media/aside.ts'
import type { Tracks } from '../core/media/tracks.ts'
import { useDialogue } from './DialogueProvider.tsx'
import { useSession } from './useSession.ts'

/** The talk apart this person is in; null when there is none. */
export const useCallApart = (): CallApart | null =>
  useSession(({ state, me }) => (state ? asideOf(state, me) : null))

/** A part of what is known of its sound. */
export const useAside = <T>(select: (aside: AsideStore) => T): T =>
  useStore(useDialogue().aside.store, select)

export const useAsideTracks = <T>(select: (tracks: Tracks) => T): T =>
  useStore(useDialogue().aside.tracks, select)
