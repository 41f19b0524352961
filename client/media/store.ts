import { create } from 'zustand'
import type { PersonId, RoomId } from '../../shared/dialogue/model.ts'
import type { DeviceStatus } from '../../shared/protocol.ts'
import type { Kind, Loss } from './held.ts'

/** What the screens know of sound and picture; LiveKit stays behind this folder. */
export interface MediaStore {
  status: DeviceStatus['media']
  /** The room whose sound and picture we have now. */
  room: RoomId | null
  microphone: DeviceStatus['microphone']
  camera: DeviceStatus['camera']
  /** The person wants the microphone on; it is really on only when `microphone` is 'on' (the floor may not be theirs). */
  wantsMicrophone: boolean
  wantsCamera: boolean
  /** The device went away by itself; until the next press brings one. */
  lost: Record<Kind, Loss | null>
  /** Somebody else came in with our pass and is put out again; a new object for every time. */
  displaced: object | null
  /** The browser wants a press before it plays sound. */
  needsPress: boolean
  /** People whose picture is coming in (or goes out, for oneself). */
  pictures: PersonId[]
}

export const useMedia = create<MediaStore>()(() => ({
  status: 'off',
  room: null,
  microphone: 'off',
  camera: 'off',
  wantsMicrophone: false,
  wantsCamera: false,
  lost: { microphone: null, camera: null },
  displaced: null,
  needsPress: false,
  pictures: [],
}))

/** Sets what differs, and nothing when nothing does: whoever follows the store is told of changes only. */
export function showMedia(seen: Partial<MediaStore>): void {
  const shown = useMedia.getState()
  const keys = Object.keys(seen) as (keyof MediaStore)[]
  if (keys.some((key) => seen[key] !== shown[key])) useMedia.setState(seen)
}

export function showLoss(kind: Kind, loss: Loss | null): void {
  const { lost } = useMedia.getState()
  if (lost[kind] !== loss) useMedia.setState({ lost: { ...lost, [kind]: loss } })
}
