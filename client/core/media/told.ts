import type { StoreApi } from 'zustand/vanilla'
import type { Session } from '../../../shared/channel/session.ts'
import type { Devices } from './devices.ts'
import { show, type MediaStore } from './store.ts'
import type { Switching } from './switching.ts'
import { showTracks, type Tracks } from './tracks.ts'

export interface Shown {
  store: StoreApi<MediaStore>
  tracks: StoreApi<Tracks>
  devices: Pick<Devices, 'open'>
}

/** What comes in and goes out, as the screens know it. */
export function showSwitching(
  { current, leaving, status }: Switching,
  { store, tracks, devices }: Shown,
): void {
  const sounds = [leaving, current].flatMap((connection) => connection?.sounds() ?? [])
  const pictures = current?.pictures() ?? {}
  showTracks(tracks, { sounds, pictures })
  const { microphone, camera, wantsCamera, ...before } = store.getState()
  const people = Object.keys(pictures)
  const paused = current?.paused() ?? []
  show(store, {
    status,
    room: current?.place ?? null,
    microphone: current?.microphoneOn() ? 'on' : microphone === 'on' ? 'off' : microphone,
    camera: wantsCamera && devices.open('camera') ? 'on' : camera === 'on' ? 'off' : camera,
    needsPress: current !== null && !current.canPlay(),
    pictures: people.join() === before.pictures.join() ? before.pictures : people,
    paused: paused.join() === before.paused.join() ? before.paused : paused,
  })
}

/** Tells the server how this device does, each time that changes. */
export function tellStatus(store: StoreApi<MediaStore>, session: Pick<Session, 'sendStatus'>): () => void {
  let last = ''
  return store.subscribe(({ room, microphone, camera, status }) => {
    const now = { room, microphone, camera, media: status, screen: 'room' }
    const text = JSON.stringify(now)
    if (text !== last) session.sendStatus(now)
    last = text
  })
}
