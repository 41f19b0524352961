import type { Track } from 'livekit-client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import type { Sound } from './connection.ts'

/** The incoming tracks, for the two components that play them. */
export interface Tracks {
  sounds: Sound[]
  pictures: Record<PersonId, Track>
}

export const createTracks = (): StoreApi<Tracks> =>
  createStore<Tracks>()(() => ({ sounds: [], pictures: {} }))

/** Sets them when a track came or went; the screens draw again for nothing else. */
export function showTracks(store: StoreApi<Tracks>, { sounds, pictures }: Tracks): void {
  const shown = store.getState()
  if (!sameSounds(sounds, shown.sounds)) store.setState({ sounds })
  if (!samePictures(pictures, shown.pictures)) store.setState({ pictures })
}

const sameSounds = (one: Sound[], other: Sound[]): boolean =>
  one.length === other.length &&
  one.every(({ key, track }, index) => key === other[index]?.key && track === other[index].track)

const samePictures = (one: Tracks['pictures'], other: Tracks['pictures']): boolean => {
  const people = Object.keys(one)
  return people.length === Object.keys(other).length && people.every((each) => one[each] === other[each])
}
