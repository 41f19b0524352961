import * as z from 'zod'
import { anyLine, id } from './dialogue/text.ts'
import type { RecordedEvent } from './dialogue/events.ts'
import { LOCALES, type Locale } from './wire.ts'
import type { Group, PersonId, Role, RoomId, SessionState, TableId } from './dialogue/model.ts'

/**
 * Every message on the wire. Client frames are schemas, for they come from outside; server frames are types.
 * `now`, `at` and deadlines are milliseconds on the server's clock.
 */
export { CLOSE, LOCALES, PROTOCOL, type Locale } from './wire.ts'

/** Largest control frame, in bytes. */
export const MAX_FRAME = 16_384

const commandFrame = z.strictObject({
  kind: z.literal('command'),
  commandId: z.uuid(),
  type: anyLine(64),
  payload: z.unknown(),
})

/** How a person's own device is doing; shown to whoever helps, and as words on the tile. */
const deviceStatus = z.strictObject({
  /** The room whose sound and picture this device has, or null. */
  room: id.nullable(),
  microphone: z.enum(['on', 'off', 'none', 'blocked']),
  camera: z.enum(['on', 'off', 'none', 'blocked']),
  media: z.enum(['connecting', 'on', 'trouble', 'off']),
  /** Screen the person is at: 'join', 'room', 'agreement', 'help'. */
  screen: id,
})
export type DeviceStatus = z.output<typeof deviceStatus>

export const clientFrame = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hello'),
    protocol: z.number().int(),
    lastSeq: z.number().int().min(0),
    /** The session `lastSeq` is of: the dialogue may have gone on to another one. */
    session: id.optional(),
    locale: z.enum(LOCALES),
    /** Take the place over from another device of this person. */
    takeOver: z.boolean().optional(),
  }),
  commandFrame,
  z.strictObject({
    kind: z.literal('ask'),
    id: z.uuid(),
    type: z.literal('joinRoom'),
    /** The lease with which somebody else took this device's place. */
    displaced: id.optional(),
  }),
  /** Which connection with this lease is this device's own: whoever has another one of it copied the pass. */
  z.strictObject({ kind: z.literal('joined'), lease: id, connection: id }),
  z.strictObject({ kind: z.literal('status'), status: deviceStatus }),
  z.strictObject({ kind: z.literal('typing'), table: id, typing: z.boolean() }),
  z.strictObject({ kind: z.literal('pong') }),
])
export type ClientFrame = z.output<typeof clientFrame>

const REFUSALS = [
  'malformed',
  'unknown_command',
  'not_your_role',
  'not_your_room',
  'wrong_phase',
  'floor_closed',
  'no_such_person',
  'no_such_table',
  'no_such_turn',
  'not_your_turn',
  'nothing_to_undo',
  'nobody_waiting',
  'already',
  'table_in_use',
  'empty_plan',
  'old_version',
  'slow_down',
  'not_saved',
  'media_away',
  'elsewhere',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

export type Answer = { ok: true } | { ok: false; code: RefusalCode; text: string }

/** Where to send and receive sound and picture. `room` is the dialogue's room, `lease` the device's right to it. */
export interface MediaPass {
  url: string
  token: string
  room: RoomId
  /** Changes whenever the SFU room behind `room` is another one. */
  version: number
  lease: string
}

export interface Presence {
  person: PersonId
  state: 'here' | 'away'
  /** Since when, in server milliseconds. */
  since: number
  status: DeviceStatus | null
}

/** In words; never a figure of somebody else. `share` is own time / equal share (1 = equal). */
export interface OwnBalance {
  spokenMs: number
  share: number
  words: BalanceWords
}
export type BalanceWords = 'none' | 'muchLess' | 'less' | 'equal' | 'more' | 'muchMore'

export interface PersonBalance extends OwnBalance {
  person: PersonId
  /** S2: what was heard, where `spokenMs` may rest on turns. */
  measuredMs: number
  /** Not heard yet in this room. */
  silent: boolean
}
/** S2: what the time of a room rests on: the turns' clocks, measured speech, or one after the other. */
export type Basis = 'turns' | 'speech' | 'both'
export interface GroupBalance {
  group: Group
  seats: number
  spokenMs: number
  /** Part of all speech, 0..1, and part of the seats, 0..1. */
  share: number
  seatShare: number
}
export interface RoomBalance {
  room: RoomId
  basis: Basis
  people: PersonBalance[]
  groups: GroupBalance[]
}
export interface RoomMeter extends RoomBalance {
  /** Time of those in the room who are outside the balance (S7): the order of quiet first goes by it too (F6). */
  others: Readonly<Record<PersonId, number>>
}

/** Made for one viewer, once a second. */
export interface MeterView {
  /** Null: this person does not count (S7). */
  own: OwnBalance | null
  /** Only for whoever leads a room; empty for everybody else. */
  rooms: RoomMeter[]
  /** Rooms the viewer is in or leads that are not being measured right now (S8). */
  gaps: RoomId[]
  /** Rooms the viewer leads with a gap earlier on. */
  incomplete: RoomId[]
}

/** What is looked back on: the dialogue with all its sessions, this session, or one agenda item by its index. */
export type Scope = 'dialogue' | 'session' | number
export interface ScopeBalance {
  scope: Scope
  own: OwnBalance | null
  /** Only for whoever leads a room; empty for everybody else. */
  rooms: RoomBalance[]
  /** Over all rooms; only for the organiser. */
  together: Pick<RoomBalance, 'people' | 'groups'> | null
}
/** How the talk was divided, step by step. */
export interface RoomTrend {
  room: RoomId
  /** All speech that counts per step, ms. */
  spokenMs: number[]
  /** Part of that speech, 0..1; null where nobody spoke. Groups nobody of spoke are left out. */
  groups: { group: Group; shares: (number | null)[] }[]
  /** Steps in which a part was not measured (S8). */
  gaps: boolean[]
}
/** `GET api/balance`: made for one viewer. */
export interface BalanceReport {
  /** How many sessions the dialogue has had, this one too; with one there is no scope `dialogue`. */
  sessions: number
  /** Rooms with a gap in an earlier session (S8). */
  incomplete: RoomId[]
  /** The agenda items in their order, then the session and the dialogue. */
  scopes: ScopeBalance[]
  /** Steps of `stepMs` from `startMs`; the last may be shorter. */
  trend: { startMs: number; stepMs: number; rooms: RoomTrend[] }
}

export type ServerFrame =
  | {
      kind: 'welcome'
      protocol: number
      now: number
      me: PersonId
      /** One of the two: the whole, or what came after `lastSeq`. */
      snapshot: SessionState | null
      tail: RecordedEvent[]
    }
  /** What the viewer may see has changed with a move: replace everything. */
  | { kind: 'snapshot'; snapshot: SessionState }
  | { kind: 'event'; recorded: RecordedEvent }
  | { kind: 'answer'; id: string; answer: Answer; pass?: MediaPass }
  | { kind: 'meter'; meter: MeterView }
  /** Who talks right now in the viewer's room: shown on tiles, never counted up for others. */
  | { kind: 'speaking'; room: RoomId; people: PersonId[] }
  | { kind: 'presence'; people: Presence[]; full: boolean }
  | { kind: 'typing'; table: TableId; person: PersonId; typing: boolean }
  /** Sound and picture are away for everybody (the SFU is down), or back. */
  | { kind: 'media'; available: boolean }
  /** Behind the room this person is in there is another SFU room from now on: ask for a pass and come over. */
  | { kind: 'renewed' }
  /** Somebody else took part with this person's sound and is out again: to whoever leads the room, or to the person. */
  | { kind: 'putOut'; person: PersonId }
  | { kind: 'ping'; now: number }
  | { kind: 'bye'; code: number; text: string }

/** REST under `<base>/p/<personId>/api/`. */
export interface MeReply {
  person: { id: PersonId; name: string; role: string }
  /** `date` and `until`: begin and end, as ISO moments. */
  dialogue: { id: string; title: string; date: string | null; until: string | null; promise: string | null }
  session: string
  /** The table documents' epoch, to be named when opening one. */
  epochs: Record<TableId, number>
  demo: boolean
}

export interface LinkRow {
  person: PersonId
  name: string
  group: Group | null
  role: Role
  url: string
  opened: boolean
}

/** One error of the pasted list; `line` counts from 1. `suggestion` replaces the faulty field. */
export interface ImportError {
  line: number
  field: 'name' | 'group' | 'role' | 'line'
  value: string
  code: 'no_name' | 'unknown_group' | 'unknown_role' | 'too_many_fields' | 'name_too_long' | 'group_missing'
  suggestion: string | null
}
export interface ImportReply {
  errors: ImportError[]
  /** People read; 0 when there is any error: nothing is half imported. */
  imported: number
}

/** What the first page of the demonstration shows. */
export interface DemoReply {
  title: string
  links: { role: string; name: string; url: string; detail: string | null }[]
}

/** What the server writes into the page, in `<script type="application/json" id="dt-boot">`. */
export interface Boot {
  /** Path the app is mounted under; '' for the root. */
  base: string
  page: 'front' | 'link' | 'session' | 'error'
  locale: Locale
  link?: {
    name: string
    title: string
    role: Role
    date: number | null
    /** Somebody with this link is in on another device now. */
    inUse: boolean
    canRename: boolean
  }
  person?: PersonId
  error?: { code: PageError }
}
export type PageError =
  'unknown_link' | 'link_expired' | 'link_used' | 'open_link_again' | 'not_found' | 'forbidden' | 'broken'
