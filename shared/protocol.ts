import * as z from 'zod'
import type { Words } from './agreement/canonical.ts'
import type { KeptFor } from './dialogue/agreements/agreement.ts'
import { anyLine, anyProse, id, prose } from './dialogue/text.ts'
import type { RecordedEvent } from './dialogue/events.ts'
import type { RefusalCode } from './dialogue/decision.ts'
import type { ColumnQuestion } from './dialogue/people/columns.ts'
import type { MailState } from './dialogue/people/mail.ts'
import type { ImportError } from './dialogue/people/import.ts'
import type { ImportPlan } from './dialogue/people/importPlan.ts'
import type { Parts } from './dialogue/parts.ts'
import type { MeterView } from './dialogue/time/balance.ts'
import { LANGUAGES, type Language } from './wire.ts'
import type {
  AgreementId,
  Group,
  PersonId,
  Phase,
  Role,
  RoomId,
  SessionState,
  Table,
  TableId,
  TurnId,
} from './dialogue/model.ts'

/**
 * Every message on the wire. Client frames are schemas, for they come from outside; server frames are types.
 * `now`, `at` and deadlines are milliseconds on the server's clock.
 */
export { CLOSE, directionOf, LANGUAGES, LOCALES, PROTOCOL, type Language, type Locale } from './wire.ts'

/** Largest control frame, in bytes. */
export const MAX_FRAME = 65_536

const commandFrame = z.strictObject({
  kind: z.literal('command'),
  commandId: z.uuid(),
  type: anyLine(64),
  payload: z.unknown(),
})

/** How a person's own device is doing; shown to whoever helps, and as words on the tile. */
export const deviceStatus = z.strictObject({
  /** The room whose sound and picture this device has, or null. */
  room: id.nullable(),
  microphone: z.enum(['on', 'off', 'none', 'blocked']),
  camera: z.enum(['on', 'off', 'none', 'blocked']),
  media: z.enum(['connecting', 'on', 'trouble', 'off']),
  /** Screen the person is at: 'join', 'room', 'agreement', 'help'; 'pause' of a helper who takes no calls. */
  screen: id,
})
export type DeviceStatus = z.output<typeof deviceStatus>

/** What somebody has before them, in plain words for whoever helps. */
export const ownDevice = z.strictObject({
  kind: z.enum(['phone', 'tablet', 'computer']),
  browser: z.enum(['chrome', 'edge', 'firefox', 'safari', 'samsung', 'other']),
  /** Was the test sound of this call heard? */
  tones: z.enum(['untried', 'heard', 'silent']),
})
export type OwnDevice = z.output<typeof ownDevice>

const apartText = prose(1_000)

/** What `by` typed in a call for help: for `person`, who asked, and `helper` alone. `at`: server milliseconds. */
export const apartLine = z.strictObject({
  id,
  person: id,
  helper: id,
  by: id,
  at: z.number(),
  text: apartText,
})
export type ApartLine = z.output<typeof apartLine>

export const clientFrame = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hello'),
    protocol: z.number().int(),
    lastSeq: z.number().int().min(0),
    /** The session `lastSeq` is of: the dialogue may have gone on to another one. */
    session: id.optional(),
    locale: z.enum(LANGUAGES),
    /** Take the place over from another device of this person. */
    takeOver: z.boolean().optional(),
  }),
  commandFrame,
  z.strictObject({
    kind: z.literal('ask'),
    id: z.uuid(),
    /** A pass for the room this person is seated in, or for the one where they talk apart with a helper. */
    type: z.enum(['joinRoom', 'joinAside']),
    /** The lease with which somebody else took this device's place. */
    displaced: id.optional(),
  }),
  /** Which connection with this lease is this device's own: whoever has another one of it copied the pass. */
  z.strictObject({ kind: z.literal('joined'), lease: id, connection: id }),
  z.strictObject({ kind: z.literal('status'), status: deviceStatus }),
  z.strictObject({ kind: z.literal('typing'), table: id, typing: z.boolean() }),
  /** What the holder of this turn types, as they type it: the whole so far. Kept nowhere; what was sent is an event. */
  z.strictObject({ kind: z.literal('draft'), turn: id, text: anyProse(1_000) }),
  /** What an interpreter writes of what is said: the line so far, and whether it is finished. Kept in no log. */
  z.strictObject({ kind: z.literal('caption'), text: anyProse(500), done: z.boolean() }),
  /** Where whoever asked for help can be called back; empty: nowhere any more. Kept in no log, and gone with the call. */
  z.strictObject({ kind: z.literal('callBack'), number: anyLine(20) }),
  /** What whoever asked for help has before them; kept as `callBack` is. */
  z.strictObject({ kind: z.literal('ownDevice'), device: ownDevice }),
  /** By whoever helps them: a test sound on this person's device. */
  z.strictObject({ kind: z.literal('tones'), person: id }),
  /** Typed between who asked for help (`person`) and who helps them; kept as `callBack` is. */
  z.strictObject({ kind: z.literal('apart'), person: id, id: z.uuid(), text: apartText }),
  z.strictObject({ kind: z.literal('pong') }),
])
export type ClientFrame = z.output<typeof clientFrame>

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

/** Words on their way: of a turn that is typed, and not sent yet. */
export interface Draft {
  turn: TurnId
  person: PersonId
  text: string
}

/** A line an interpreter writes; the same number again is the same line, further on. */
export interface CaptionLine {
  line: number
  by: PersonId
  text: string
}

export interface Presence {
  person: PersonId
  state: 'here' | 'away'
  /** Since when, in server milliseconds. */
  since: number
  status: DeviceStatus | null
}

/** To try a line with: as many tokens as there are connections to make, one each. */
export interface LineTrial {
  url: string
  tokens: string[]
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
  /** What the viewer may see has become another view: these parts of it take the place of those before. */
  | { kind: 'changed'; parts: Parts }
  | { kind: 'event'; recorded: RecordedEvent }
  | { kind: 'answer'; id: string; answer: Answer; pass?: MediaPass }
  | { kind: 'meter'; meter: MeterView }
  /** Who talks right now in the viewer's room: shown on tiles, never counted up for others. */
  | { kind: 'speaking'; room: RoomId; people: PersonId[] }
  | { kind: 'presence'; people: Presence[]; full: boolean }
  | { kind: 'typing'; table: TableId; person: PersonId; typing: boolean }
  /** What somebody types in their turn so far; of the moment, in the room. */
  | ({ kind: 'draft'; room: RoomId } & Draft)
  | ({ kind: 'caption'; room: RoomId } & CaptionLine)
  /** To helpers only: the number at which this person can be called back. */
  | { kind: 'callBack'; person: PersonId; number: string }
  /** To helpers only: what this person has before them. */
  | { kind: 'ownDevice'; person: PersonId; device: OwnDevice }
  /** To whoever asked for help: a test sound is to be played, and whether it was heard to be asked. */
  | { kind: 'tones'; by: PersonId }
  | { kind: 'apart'; line: ApartLine }
  /** Sound and picture are away for everybody (the SFU is down), or back. */
  | { kind: 'media'; available: boolean }
  /** Behind the room this person is in there is another SFU room from now on: ask for a pass and come over. */
  | { kind: 'renewed' }
  /** Somebody else took part with this person's sound and is out again: to whoever leads the room, or to the person. */
  | { kind: 'putOut'; person: PersonId }
  /** To whoever leads the room: the devices of these two hear each other through the air. */
  | { kind: 'throughAir'; people: [PersonId, PersonId] }
  | { kind: 'ping'; now: number }
  | { kind: 'bye'; code: number; text: string }

/** REST under `<base>/p/<personId>/api/`. */
export interface MeReply {
  person: { id: PersonId; name: string; role: string }
  /** `date` and `until`: begin and end, as ISO moments. */
  dialogue: { id: string; title: string; date: string | null; until: string | null; promise: string | null }
  session: string
  /** Where its session is. */
  phase: Phase['name']
  /** The table documents' epoch, to be named when opening one. */
  epochs: Record<TableId, number>
  demo: boolean
}

/** A new dialogue: the link of its organiser, and who they are there. */
export interface NewDialogueReply {
  url: string
  person: PersonId
}

/** `GET api/evaluation` as `{ evaluation }`: about the latest session that has ended. */
export interface EvaluationReply {
  session: number
  /** Questions are answered until then. */
  until: number
  open: boolean
  /** By whoever asks. */
  answered: boolean
}

/** `GET api/agreements/<id>/versions`, oldest first. */
export interface VersionsReply {
  agreement: AgreementId
  table: TableId
  number: number
  versions: ReadVersion[]
}
export interface ReadVersion {
  number: number
  /** Of the dialogue's sessions, from 1. */
  session: number
  at: number
  keptFor: KeptFor
  /** By the names this reader knows; null for whoever they do not know. */
  authors: (string | null)[]
  words: Words
}

export interface LinkRow {
  person: PersonId
  name: string
  group: Group | null
  role: Role
  url: string
  opened: boolean
  /** Where they get mail. */
  mail: string | null
  /** The short code of the same link, as it is shown. */
  code: string
}

/** `GET api/mail`: for the organiser. */
export interface MailReply {
  /** Who mail comes from; null: this installation sends none. */
  from: string | null
  people: MailedPerson[]
}
export interface MailedPerson {
  person: PersonId
  mail: string
  /** They asked for no more mail. */
  noMail: boolean
  bounced: boolean
  invitation: { state: MailState; at: number } | null
  reminder: { state: MailState; at: number } | null
}

/** Somebody was erased; `unread`: numbers of tables whose text is damaged, so that nothing in it could be changed. */
export interface ErasedReply {
  unread: number[]
}

/** Numbers of agreements whose words seem to name somebody: as they stand now, and in an earlier version only. */
export interface MentionsReply {
  now: number[]
  before: number[]
}

/** Days as YYYY-MM-DD on which names are erased, and everything. `named`: there are names still. `leftOpen`: its session was begun and never closed, and counts as over. */
export interface RetentionReply {
  names: string
  all: string
  named: boolean
  leftOpen: boolean
}

/** With errors or a question nothing is done: nothing is half imported. */
export interface ImportReply {
  errors: ImportError[]
  question: ColumnQuestion | null
  /** Headings of the columns from which nothing is read. */
  unread: string[]
  /** What was done, or would be. `known`: those with whom nothing changes. */
  plan: (Pick<ImportPlan, 'changed' | 'out' | 'twice'> & { fresh: number; known: number }) | null
}
/** A file with a list, as lines of text. */
export interface ListReply {
  text: string
}

/** What the first page of the demonstration shows. */
export interface DemoReply {
  title: string
  links: DemoLink[]
}

export interface DemoLink {
  role: Role
  name: string
  url: string
  detail: string | null
  /** Where they have a seat, or which they lead. */
  table: Pick<Table, 'number' | 'role'> | null
}

/** What the server writes into the page, in `<script type="application/json" id="dt-boot">`. */
export interface Boot {
  /** Path the app is mounted under; '' for the root. */
  base: string
  page: 'front' | 'link' | 'code' | 'session' | 'error'
  locale: Language
  link?: {
    name: string
    title: string
    role: Role
    date: number | null
    /** This browser came in with this link before, and may go on: as whom. */
    inside: PersonId | null
    /** What government promises to do with the outcome. */
    promise: string | null
    /** Somebody with this link is in on another device now. */
    inUse: boolean
    canRename: boolean
  }
  person?: PersonId
  error?: { code: PageError }
  /** Of the page where one types the code from the letter: what came of that, or of asking for the link by mail; `typed`: what is not right yet. */
  code?: { told: CodeTold | null; mails: boolean; typed?: string }
  /** Whom to call for help, where the installation says so. */
  phone?: string
}
export type CodeTold = 'wrong' | 'over' | 'often' | 'mailed'
export type PageError =
  | 'unknown_link'
  | 'link_expired'
  | 'taken_out'
  | 'open_link_again'
  | 'not_found'
  | 'forbidden'
  | 'busy'
  | 'broken'
