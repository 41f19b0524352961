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

/** Sets them when a track came or went; the screens draw again for nothing else. */
export function showSounds(sounds: Sound[]): void {
  const shown = useTracks.getState().sounds
  const same = (sound: Sound, index: number) =>
    sound.key === shown[index]?.key && sound.track === shown[index].track
  if (sounds.length !== shown.length || !sounds.every(same)) useTracks.setState({ sounds })
}

export function showPictures(pictures: Record<PersonId, Track>): void {
  const shown = useTracks.getState().pictures
  const people = Object.keys(pictures)
  const same = people.every((person) => pictures[person] === shown[person])
  if (same && people.length === Object.keys(shown).length) return
  useTracks.setState({ pictures })
  useMedia.setState({ pictures: people })
}
