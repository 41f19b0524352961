import type { Track } from 'livekit-client'
import type { PersonId, RoomId } from '../../../shared/dialogue/model.ts'
import type { MediaPass } from '../../../shared/protocol.ts'

/**
 * What this device sends into a room; null sends nothing, `muted` keeps the track but sends silence. With `ahead` a muted
 * track is published as well, so that it is there when it may sound.
 */
export interface Sending {
  microphone: { track: MediaStreamTrack; muted: boolean; ahead?: boolean } | null
  camera: MediaStreamTrack | null
  /** Signs are read off the picture: it is sent fluently. */
  fluent?: boolean
  /** The picture of one's screen, in a talk apart. */
  screen?: MediaStreamTrack | null
}
export const NOTHING: Sending = { microphone: null, camera: null }

/** Whom this device takes in. `expect`: connected beforehand, silent. */
export interface Audience {
  hear(person: PersonId): boolean
  expect(person: PersonId): boolean
  see(person: PersonId): boolean
  /** Whose picture is asked for fluently. */
  fluent?(person: PersonId): boolean
  /** Pictures of screens are taken in too, where somebody shows one. */
  screens?: boolean
}

/** One sound that may be heard now; during a move the old and the new room's sounds stand side by side. */
export interface Sound {
  key: string
  person: PersonId
  track: Track
}

export interface ConnectionEvents {
  /** Tracks came or went, somebody arrived, a permission changed: look again. */
  changed(): void
  /** The SDK is trying again by itself. */
  trouble(trouble: boolean): void
  /** The SFU's mark of this connection: at first, and each time the SDK made it anew. */
  marked(connection: string): void
  /** Gone, and not by us. `displaced`: another connection came in with this pass. */
  lost(displaced: boolean): void
}

/** One SFU room. It plays and sends only what it is told to: nothing is subscribed or published by itself. */
export interface Connection {
  place: RoomId
  version: number
  lease: string
  /**
   * Subscribe to microphones of people who may be heard or are about to be, and cameras of people who may be seen, and to
   * nothing else. Only who may be heard sounds.
   */
  receive(audience: Audience): void
  /** Serial for each source; the last wish wins. Publishes only what the SFU permits now: a publish without permission hangs there. */
  send(sending: Sending): Promise<void>
  microphoneOn(): boolean
  sounds(): Sound[]
  pictures(): Record<PersonId, Track>
  /** People whose picture is held back for the sake of the sound: the line is too weak. */
  paused(): PersonId[]
  /** False: the browser wants a press before it plays sound. */
  canPlay(): boolean
  /** From a press. */
  startAudio(): void
  close(): void
}

/**
 * Comes into the room that the pass is for. Sound for this audience is asked for on the way in, so that it is there together
 * with the connection; pictures wait for `receive`.
 */
export type Connect = (pass: MediaPass, events: ConnectionEvents, audience: Audience) => Promise<Connection>
