import {
  AccessToken,
  RoomServiceClient,
  ServerError,
  TrackSource,
  TrackType,
  type ParticipantInfo,
  type VideoGrant,
} from 'livekit-server-sdk'
import { permissionOf, type Sending } from './grants.ts'
import { MediaAway } from './media.ts'

/** Where the SFU is, for the server (`url`, ws or http) and for browsers (`publicUrl`, when it differs). */
export interface SfuAddress {
  url: string
  publicUrl?: string | undefined
  apiKey: string
  apiSecret: string
}

/** One connection the SFU knows of. */
export interface Participant {
  identity: string
  /** The SFU's own mark of this connection: new for every join, also with the same token. */
  sid: string
  joinedAtMs: number
  sending: Sending
  /** May send something else than microphone, camera and the picture of a screen, or data. */
  beyond: boolean
  /** Sends sound under another label than microphone. */
  mislabelled: boolean
  /** Sends sound at all. */
  sounding: boolean
  /** All the sound it sends is muted: the SFU hands none of it on. */
  muted: boolean
}

/** The few things we ask of the SFU. Every call rejects with `MediaAway` when it does not answer. */
export interface Sfu {
  /** Idempotent; the room stays while it is empty, for so many seconds. */
  createRoom(name: string, emptyFor?: number): Promise<void>
  deleteRoom(name: string): Promise<void>
  /** The names that exist, out of those asked. */
  existing(names: string[]): Promise<Set<string>>
  mint(identity: string, grant: VideoGrant): Promise<string>
  /** False when the SFU does not know this participant. */
  setPermission(room: string, identity: string, sending: Sending): Promise<boolean>
  remove(room: string, identity: string): Promise<void>
  participants(room: string): Promise<Participant[]>
}

/** Seconds an empty room lives: with `auto_create: false` it must outlast the lobby and the recall. */
const ROOM_TIMEOUT = 24 * 3600
/** Threat 1: a copied token is of little use. */
const TOKEN_SECONDS = 120
const REQUEST_SECONDS = 5

export function createSfu({ url, apiKey, apiSecret }: SfuAddress): Sfu {
  const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret, {
    requestTimeout: REQUEST_SECONDS,
    failover: false,
  })
  return {
    async createRoom(name, emptyFor = ROOM_TIMEOUT) {
      await asked(rooms.createRoom({ name, emptyTimeout: emptyFor, departureTimeout: emptyFor }))
    },
    async deleteRoom(name) {
      await unlessUnknown(rooms.deleteRoom(name))
    },
    async existing(names) {
      const found = await asked(rooms.listRooms(names))
      return new Set(found.map((room) => room.name))
    },
    mint(identity, grant) {
      const token = new AccessToken(apiKey, apiSecret, { identity, ttl: TOKEN_SECONDS })
      token.addGrant(grant)
      return token.toJwt()
    },
    async setPermission(room, identity, sending) {
      const known = await unlessUnknown(
        rooms.updateParticipant(room, identity, { permission: permissionOf(sending) }),
      )
      return known !== null
    },
    async remove(room, identity) {
      await unlessUnknown(rooms.removeParticipant(room, identity))
    },
    async participants(room) {
      return ((await unlessUnknown(rooms.listParticipants(room))) ?? []).map(seen)
    },
  }
}

const OURS: readonly TrackSource[] = [TrackSource.MICROPHONE, TrackSource.CAMERA, TrackSource.SCREEN_SHARE]

function seen(info: ParticipantInfo): Participant {
  const permission = info.permission
  const allowed = permission?.canPublishSources ?? []
  const all = permission?.canPublish === true && allowed.length === 0
  const may = (source: TrackSource) => permission?.canPublish === true && (all || allowed.includes(source))
  const sound = info.tracks.filter((track) => track.type === TrackType.AUDIO)
  return {
    identity: info.identity,
    sid: info.sid,
    joinedAtMs: Number(info.joinedAtMs) || Number(info.joinedAt) * 1000,
    sending: {
      microphone: may(TrackSource.MICROPHONE),
      camera: may(TrackSource.CAMERA),
      screen: may(TrackSource.SCREEN_SHARE),
    },
    beyond: all || permission?.canPublishData === true || allowed.some((source) => !OURS.includes(source)),
    mislabelled: sound.some((track) => track.source !== TrackSource.MICROPHONE),
    sounding: sound.length > 0,
    muted: sound.every((track) => track.muted),
  }
}

async function asked<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    // An answer of the SFU is an error of ours; anything else means that it did not answer.
    if (error instanceof ServerError && error.status < 500) throw error
    throw new MediaAway('the SFU does not answer', { cause: error })
  }
}

async function unlessUnknown<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await asked(request)
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) return null
    throw error
  }
}
