import { useStore } from 'zustand'
import { findIn, type Choices } from '../core/media/choices.ts'
import type { MediaStore } from '../core/media/store.ts'
import type { Tracks } from '../core/media/tracks.ts'
import { useDialogue } from './DialogueProvider.tsx'

/** A part of what is known of sound and picture. */
export const useMedia = <T>(select: (media: MediaStore) => T): T =>
  useStore(useDialogue().media.store, select)

/** The incoming tracks, for what plays them. */
export const useTracks = <T>(select: (tracks: Tracks) => T): T => useStore(useDialogue().media.tracks, select)

/** What there is for sound and picture, and what was chosen. */
export const useChoices = <T>(select: (choices: Choices) => T): T =>
  useStore(useDialogue().media.devices.choices.store, select)

/** The id of the chosen loudspeaker while it is there; empty for the browser's own. */
export const useSpeaker = (): string =>
  useChoices(({ lists, chosen }) => findIn(lists.speaker, chosen.speaker)?.id ?? '')
