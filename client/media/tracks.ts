import type { Track } from 'livekit-client'
import { create } from 'zustand'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { useMedia } from './store.ts'

/** One sound that may be heard now; during a move the old and the new room's sounds stand side by side. */
export interface Sound {
  key: string
  person: PersonId
  track: Track
}

/** The incoming tracks, for the two components that play them. */
export const useTracks = create<{ sounds: Sound[]; pictures: Record<PersonId, Track> }>()(() => ({
  sounds: [],
  pictures: {},
}))

export function showPictures(pictures: Record<PersonId, Track>): void {
  useTracks.setState({ pictures })
  useMedia.setState({ pictures: Object.keys(pictures) })
}
