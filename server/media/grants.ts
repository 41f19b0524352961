import { TrackSource, type VideoGrant } from 'livekit-server-sdk'
import { mayBeHeard, mayPrepare, mayShowCamera } from '../../shared/dialogue/floor/mayBeHeard.ts'
import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'

/** What somebody may send in a room. Everybody in a room may receive. */
export interface Sending {
  microphone: boolean
  camera: boolean
}

export const NOTHING: Sending = { microphone: false, camera: false }

/** What the state of the dialogue lets this person send in this room (F9); before a turn has begun the microphone must be muted. */
export function sendingOf(state: SessionState, room: RoomId, person: PersonId): Sending {
  return {
    microphone: mayBeHeard(state, room, person) || mayPrepare(state, room, person),
    camera: mayShowCamera(state, room, person),
  }
}

export function sameSending(one: Sending, other: Sending): boolean {
  return one.microphone === other.microphone && one.camera === other.camera
}

/** An empty list means "all sources" to the SFU, so whoever may send nothing gets `canPublish: false` beside it. */
function sources(sending: Sending): TrackSource[] {
  return [
    ...(sending.microphone ? [TrackSource.MICROPHONE] : []),
    ...(sending.camera ? [TrackSource.CAMERA] : []),
  ]
}

/** The SFU's whole permission record: it replaces what was there, so every field is named. */
export function permissionOf(sending: Sending) {
  return {
    canSubscribe: true,
    canPublish: sending.microphone || sending.camera,
    canPublishSources: sources(sending),
    canPublishData: false,
    canUpdateMetadata: false,
    canSubscribeMetrics: false,
    canManageAgentSession: false,
    hidden: false,
    recorder: false,
    agent: false,
  }
}

/** Grants in a person's token: exactly one room, and no word of administration. */
export function personGrant(room: string, sending: Sending): VideoGrant {
  const allowed = sources(sending)
  return {
    roomJoin: true,
    room,
    canSubscribe: true,
    canPublish: allowed.length > 0,
    ...(allowed.length > 0 ? { canPublishSources: allowed } : {}),
    canPublishData: false,
    canUpdateOwnMetadata: false,
    hidden: false,
  }
}

/** The listener hears and is not seen; it can send nothing. */
export function listenerGrant(room: string): VideoGrant {
  return {
    roomJoin: true,
    room,
    canSubscribe: true,
    canPublish: false,
    canPublishData: false,
    canUpdateOwnMetadata: false,
    hidden: true,
  }
}
