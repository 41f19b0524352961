import { useStore } from 'zustand'
import type { DialogueClient } from '../core/dialogueClient.ts'
import { createAside, type AsideMedia, type AsideStore } from '../core/media/aside.ts'
import type { Tracks } from '../core/media/tracks.ts'
import { useDialogue } from './DialogueProvider.tsx'

/** Made for whoever talks apart, and fetched with the screens of that: few do. */
const made = new WeakMap<DialogueClient, AsideMedia>()

/** Sound of the talk apart with a helper, for what is done. */
export function useAsideMedia(): AsideMedia {
  const client = useDialogue()
  const found = made.get(client) ?? createAside(client.session, client.media.devices, client.media.connect)
  made.set(client, found)
  return found
}

/** A part of what is known of it. */
export const useAside = <T>(select: (aside: AsideStore) => T): T => useStore(useAsideMedia().store, select)

export const useAsideTracks = <T>(select: (tracks: Tracks) => T): T =>
  useStore(useAsideMedia().tracks, select)
