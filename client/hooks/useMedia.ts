import { useStore } from 'zustand'
import type { MediaStore } from '../core/media/store.ts'
import type { Tracks } from '../core/media/tracks.ts'
import { useDialogue } from './DialogueProvider.tsx'

/** A part of what is known of sound and picture. */
export const useMedia = <T>(select: (media: MediaStore) => T): T =>
  useStore(useDialogue().media.store, select)

/** The incoming tracks, for what plays them. */
export const useTracks = <T>(select: (tracks: Tracks) => T): T => useStore(useDialogue().media.tracks, select)
