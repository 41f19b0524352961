import { TrackSource, type VideoGrant } from 'livekit-server-sdk'
import { asideOf } from '../../shared/dialogue/aside.ts'
import { mayBeHeard, mayPrepare, mayShowCamera } from '../../shared/dialogue/floor/mayBeHeard.ts'
import type { PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'

/** What somebody may send in a room. Everybody in a room may receive. */
export interface Sending {
  microphone: boolean
  camera: boolean
  /** The picture of their screen; in a talk apart only. */
  screen?: boolean
}

export const NOTHING: Sending = { microphone: false, camera: false }

/** What the state of the dialogue lets this person send in the room they are seated in (F9); before a turn has begun the microphone must be muted. */
export function sendingOf(state: SessionState, room: RoomId, person: PersonId): Sending {
  return {
    microphone: mayBeHeard(state, room, person) || mayPrepare(state, room, person),
    camera: mayShowCamera(state, room, person),
  }
}

/** In a talk apart the helper is heard; who asked only after their own press, and so is their screen seen. */
export function sendingApart(state: SessionState, person: PersonId): Sending {
  const call = asideOf(state, person)
  if (!call) return NOTHING
  if (call.takenBy === person) return { ...NOTHING, microphone: true }
  return { microphone: call.aside.speaks, camera: false, screen: call.aside.screen }
}

export function sameSending(one: Sending, other: Sending): boolean {
  const sameScreen = (one.screen ?? false) === (other.screen ?? false)
  return one.microphone === other.microphone && one.camera === other.camera && sameScreen
}

/** An empty list means "all sources" to the SFU, so whoever may send nothing gets `canPublish: false` beside it. */
function sources(sending: Sending): TrackSource[] {
  return [
    ...(sending.microphone ? [TrackSource.MICROPHONE] : []),
    ...(sending.camera ? [TrackSource.CAMERA] : []),
    ...(sending.screen ? [TrackSource.SCREEN_SHARE] : []),
  ]
}

/** The SFU's whole permission record: it replaces what was there, so every field is named. */
export function permissionOf(sending: Sending) {
  const allowed = sources(sending)
  return {
    canSubscribe: true,
    canPublish: allowed.length > 0,
    canPublishSources: allowed,
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
