import type { PersonId, RoomId, SessionState, TableId } from '../dialogue/model.ts'
import type { MeterView } from '../dialogue/time/balance.ts'
import type { ApartLine, CaptionLine, Draft, MeReply, OwnDevice, Presence } from '../protocol.ts'

/**
 * What one device knows of the session. It knows no sockets: `session.ts` writes it, selectors read it.
 * `state` is this person's projection, folded with the same `apply` as on the server.
 */
export interface SessionStore {
  me: PersonId
  about: MeReply | null
  /** `live`: everything you press is sent at once. `lost`: trying again. `closed`: will not come back by itself. */
  connection: 'connecting' | 'live' | 'lost' | 'closed'
  /** A `CLOSE` code, when closed. */
  closed: number | null
  /** Came back after being away; shown for a few seconds. */
  backSince: number | null
  state: SessionState | null
  presence: Record<PersonId, Presence>
  /** Who talks now, per room the viewer is in or leads. */
  speaking: Record<RoomId, PersonId[]>
  typing: Record<TableId, PersonId[]>
  /** What is being typed in the turn of each room, and not sent yet. */
  drafts: Record<RoomId, Draft>
  /** What an interpreter wrote, oldest first. */
  captions: Record<RoomId, readonly CaptionLine[]>
  /** Where people who asked for help can be called back; for helpers only. */
  numbers: Record<PersonId, string>
  /** What people who asked for help have before them; for helpers only. */
  ownDevices: Record<PersonId, OwnDevice>
  /** What was typed in each call for help, oldest first; only what this person typed or was sent. */
  apart: Record<PersonId, readonly ApartLine[]>
  /** The last test sound a helper sent; a new object for every one. */
  tones: { by: PersonId } | null
  meter: MeterView | null
  /** How often the way to sound and picture of this room was made anew. */
  renewals: number
  /** Last of whom somebody else used the sound and was put out; a new object for every time. */
  putOut: { person: PersonId } | null
  /** Last whose devices heard each other through the air; a new object for every time. */
  throughAir: { people: readonly [PersonId, PersonId] } | null
  /** The SFU answers. */
  mediaAvailable: boolean
  /** Server clock minus this device's clock, in milliseconds. */
  offset: number
}

export const emptyStore: SessionStore = {
  me: '',
  about: null,
  connection: 'connecting',
  closed: null,
  backSince: null,
  state: null,
  presence: {},
  speaking: {},
  typing: {},
  drafts: {},
  captions: {},
  numbers: {},
  ownDevices: {},
  apart: {},
  tones: null,
  meter: null,
  renewals: 0,
  putOut: null,
  throughAir: null,
  mediaAvailable: true,
  offset: 0,
}
