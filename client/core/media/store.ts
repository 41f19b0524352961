import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PersonId, RoomId } from '../../../shared/dialogue/model.ts'
import type { DeviceStatus } from '../../../shared/protocol.ts'
import type { Kind, Loss } from './devices.ts'

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
  /** "Alleen geluid": this person wants no pictures, their own neither; for this session. */
  soundOnly: boolean
  /** Whose picture the SFU holds back, because this line is too weak for it. */
  paused: PersonId[]
  /** The browser wants a press before it plays sound. */
  needsPress: boolean
  /** People whose picture is coming in (or goes out, for oneself). */
  pictures: PersonId[]
}

export const createMediaStore = (): StoreApi<MediaStore> =>
  createStore<MediaStore>()(() => ({
    status: 'off',
    room: null,
    microphone: 'off',
    camera: 'off',
    wantsMicrophone: false,
    wantsCamera: false,
    lost: { microphone: null, camera: null },
    displaced: null,
    soundOnly: false,
    paused: [],
    needsPress: false,
    pictures: [],
  }))

/** Sets what differs, and nothing when nothing does: whoever follows the store is told of changes only. */
export function show(store: StoreApi<MediaStore>, seen: Partial<MediaStore>): void {
  const shown = store.getState()
  const keys = Object.keys(seen) as (keyof MediaStore)[]
  if (keys.some((key) => seen[key] !== shown[key])) store.setState(seen)
}

export function showLoss(store: StoreApi<MediaStore>, kind: Kind, loss: Loss | null): void {
  const { lost } = store.getState()
  if (lost[kind] !== loss) store.setState({ lost: { ...lost, [kind]: loss } })
}
