import type { Agreement } from './agreements/agreement.ts'
import type { Objections } from './between/objection.ts'
import type { ClosedRound, ConsentRound } from './consent/round.ts'
import type { Council } from './council/council.ts'
import type { Proposal } from './council/proposal.ts'
import type { AgreementId, DialogueId, PartId, PersonId, RoomId, SessionId, TableId, TurnId } from './ids.ts'
import type { LineTest } from './help/line.ts'
import type { Harvest } from './harvest/merge.ts'
import type { Settings } from './settings.ts'

export type {
  AgreementId,
  DialogueId,
  MergeId,
  PartId,
  PersonId,
  RoomId,
  SessionId,
  TableId,
  TurnId,
} from './ids.ts'

/**
 * The words of the domain as types. Everything here is plain JSON, so that state travels, is stored and is compared as it is.
 * Times are milliseconds on the server's clock.
 */

export const ROLES = [
  'organiser',
  'facilitator',
  'participant',
  'helper',
  'observer',
  'interpreter',
  'clerk',
] as const
export type Role = (typeof ROLES)[number]

export const GROUPS = ['inwoner', 'college', 'raad', 'ambtenaar'] as const
/** Where balance is measured (S5). */
export type Group = (typeof GROUPS)[number]

export const GOVERNMENT_ROLES = ['lawful', 'networking', 'performing', 'participating'] as const
/** The four government roles: beside each other, no ladder. */
export type GovernmentRole = (typeof GOVERNMENT_ROLES)[number]

export interface Person {
  id: PersonId
  /** First name as shown on the tile, already cleaned of look-alikes and direction marks. */
  name: string
  role: Role
  /** Only people who count in the balance have one. */
  group: Group | null
  /** Function shown in a detail, such as "wethouder". */
  detail: string | null
  /** Has opened the session at least once. */
  joined: boolean
  /** Left on purpose and not come back since (F2). */
  left: boolean
  /** Takes part by telephone, through whoever leads the room: has no screen, and is there as long as they are seated. */
  phone: boolean
}

export interface Table {
  id: TableId
  /** A door number, not a rank. */
  number: number
  role: GovernmentRole
  facilitators: PersonId[]
}

export const HAND_KINDS = ['turn', 'reply', 'process'] as const
/** F3: a turn, a short reply to this speaker, or a point of order. */
export type HandKind = (typeof HAND_KINDS)[number]

export interface Hand {
  person: PersonId
  kind: HandKind
  raisedAt: number
  /** Will type instead of speak; the place in the queue is the same (F3). */
  typed: boolean
}

/** F4: a hand lowered a moment ago. It still stands in its old place, greyed, until `until`. */
export interface LoweredHand {
  hand: Hand
  /** The people who stood in front of it, to find the old place again. */
  behind: PersonId[]
  until: number
}

export const FLOOR_MODES = ['free', 'firstCome', 'round', 'quietFirst'] as const
/** F6. */
export type FloorMode = (typeof FLOOR_MODES)[number]

/** One grant of the floor. `offered`: may begin; `speaking`: has begun; `dropped`: lost the line, the clock waits (F5). */
export interface Turn {
  id: TurnId
  person: PersonId
  kind: HandKind
  state: 'offered' | 'speaking' | 'dropped'
  /** Offered: begin before this (F4). Dropped: return before this (F5). */
  deadline: number | null
  /** "Nog even" was used (F4). */
  extended: boolean
  /** The running clock: time counted so far, and since when it runs (null while it stands still). */
  countedMs: number
  runningSince: number | null
  /** Friendly target; it informs and never cuts off (F10). */
  targetMs: number
  /** Stopped by whoever leads; steering and silence stop the clock by themselves. */
  paused: boolean
  /** When the hand it answers was raised; null when it was granted without one. */
  raisedAt: number | null
  /** Granted out of order by whoever leads (F6): visible to all. */
  override: boolean
  /** Typed instead of spoken: the microphone stays away. */
  typed: boolean
}

/** What the holder of a turn typed (F3). */
export interface TypedTurn {
  turn: TurnId
  person: PersonId
  at: number
  text: string
}

/** F6: everyone once in seat order; who passed gets a second chance at the end. */
export interface Round {
  order: PersonId[]
  done: PersonId[]
  passed: PersonId[]
  /** Who has spoken; `done` also holds whoever passed twice. */
  spoke: PersonId[]
  second: boolean
}

/** What a round came to, for whoever sums it up. */
export interface RoundSummary {
  spoke: PersonId[]
  passed: PersonId[]
  /** Never asked: away, or the round was closed before their turn. */
  missed: PersonId[]
}

export interface Floor {
  mode: FloorMode
  queue: Hand[]
  lowered: LoweredHand[]
  turn: Turn | null
  /** An invited reply: may be heard beside the holder (F3, F9). */
  reply: PersonId | null
  round: Round | null
  /** The round that has just ended; gone at the next grant or change of mode. */
  lastRound: RoundSummary | null
  /** The consent round that is held in this room. */
  consent: ConsentRound | null
  /** The one before it; of its unopened answers only the viewer's own. */
  lastConsent: ClosedRound | null
  /** The latest typed turns, oldest first. */
  typed: TypedTurn[]
  /** Thinking silence (F9): counts for nobody. */
  silence: { until: number } | null
  /** Who leads the room and is guiding right now ("stuurt bij"). */
  steering: PersonId | null
  /** Time the floor was held per person, finished turns only (S2). */
  heldMs: Record<PersonId, number>
}

export interface SeatingPlan {
  version: number
  seats: Record<PersonId, TableId>
  pinned: PersonId[]
}

export type Phase =
  | { name: 'lobby' }
  | { name: 'plenary' }
  | { name: 'announced'; version: number; deadline: number }
  | { name: 'tables'; version: number }
  | { name: 'recalling'; version: number; deadline: number }
  | { name: 'ended' }

/** A clock everybody sees; at zero nothing happens by itself. */
export interface Clock {
  /** Running: ends at. Stopped: null. */
  endsAt: number | null
  /** Stopped: what was left. */
  leftMs: number
  totalMs: number
}

/** A stretch of the session that balance is kept for: an agenda item, the plenary, the time at the tables. */
export interface AgendaItem {
  /** The organiser's word for it; null when only the phase names it. */
  title: string | null
  where: 'plenary' | 'tables'
  startedAt: number
  endedAt: number | null
  /** The part of the programme that was begun with it. */
  part?: PartId
}

/** What the session is going to do: a part of its programme. */
export interface AgendaPart {
  id: PartId
  title: string
  /** Meant to take so long; when it has, nothing stops. */
  lengthMs: number
  where: 'plenary' | 'tables'
  /** What a table of each role is asked to begin with; empty: nothing. */
  questions: Record<GovernmentRole, string>
}

/** What government said it will do with the outcome, and since when it says so. */
export interface GivenPromise {
  text: string
  at: number
}

/** S8: time taken off somebody, with the reason ("dit was de tv"). */
export interface Correction {
  room: RoomId
  person: PersonId
  from: number
  to: number
  reason: string
  by: PersonId
  at: number
}

export const NUDGE_ANSWERS = ['speak', 'listen', 'later', 'finish', 'point', 'enough'] as const
/** S6: after a silence `speak`, `listen` or `later`; after a long turn `finish`, `point` or `enough`. */
export type NudgeAnswer = (typeof NUDGE_ANSWERS)[number]

/** S6: the latest nudge somebody got; theirs alone. */
export interface Nudge {
  why: 'silent' | 'long'
  at: number
  /** The long turn it is about. */
  turn: TurnId | null
  answer: NudgeAnswer | null
  /** The agenda item (by index) in which none of these are wanted any more; null: no such wish. */
  quiet: Record<'silent' | 'long', number | null>
}

/**
 * Whoever asked for help and the helper who came talk apart, in a room that is nobody else's. It stands beside the place somebody
 * has: the seat, the hand and the sound of the table stay.
 */
export interface Aside {
  /** Rises with every talk, so that each has an SFU room of its own. */
  version: number
  /** Who asked speaks here, by their own press; meanwhile the table does not hear them. */
  speaks: boolean
  /** Who asked lets the helper see their screen, by their own press. */
  screen: boolean
}

export interface HelpCall {
  person: PersonId
  at: number
  note: string
  takenBy: PersonId | null
  /** The talk apart with whoever took it. */
  aside: Aside | null
}

/** Something the organiser says to everybody at once. */
export interface Announcement {
  at: number
  text: string
}

export interface SessionState {
  /** Sequence number of the last event folded in; 0 before the first. */
  seq: number
  id: SessionId
  /** `promise`: the one that holds now. */
  dialogue: { id: DialogueId; title: string; promise: string | null }
  /** Every promise there was, the one that holds last: none is replaced unseen. */
  promises: GivenPromise[]
  startsAt: number | null
  settings: Settings
  people: Record<PersonId, Person>
  /** Fixed order of tiles and seats. */
  order: PersonId[]
  tables: Record<TableId, Table>
  tableOrder: TableId[]
  phase: Phase
  clock: Clock | null
  /** The organiser's draft; null for whoever may not see it. */
  plan: SeatingPlan | null
  /** Announced or in force (T1); null before the first split. */
  seating: SeatingPlan | null
  /** Earlier seatings, newest last (T7); empty for whoever may not see them. */
  history: SeatingPlan[]
  /** The table a facilitator of several tables is at now. */
  attending: Record<PersonId, TableId>
  /** Who sits at the device of somebody else, and of whom: a person of their own in the line, heard through that device. */
  beside: Record<PersonId, PersonId>
  /** Only the floors the viewer may follow. */
  floors: Record<RoomId, Floor>
  /** Only the calls the viewer may see. */
  help: HelpCall[]
  /** How the line of people did when they tested it; only those the viewer may help with. */
  lines: Record<PersonId, LineTest>
  /** Whose call was taken and is closed, each once; only those the viewer may help. */
  helped: PersonId[]
  announcement: Announcement | null
  /** Of the whole dialogue; only those of tables whose text the viewer may read. */
  agreements: Record<AgreementId, Agreement>
  /** What is being merged; nothing for whoever may not read the set. */
  harvest: Harvest
  /** Until it is published, only that the set lies there; what came of it is the organiser's. */
  council: Council
  /** The draft for the council; empty for whoever does not work on it. */
  proposal: Proposal
  /** Who wants their name in the package; for everybody but the organiser only whether they do themselves. */
  named: PersonId[]
  /** Who said yes or no to that, shown as `named` is. */
  namesSaid: PersonId[]
  /** When the organiser asked all who had not said so, in server milliseconds; null: not asked. */
  namesAsked: number | null
  /** Of those that were given, the ones the viewer may read. */
  objections: Objections
  /** The agreements of all tables can be read by everybody (since the first recall). */
  shared: boolean
  /** So it was in an earlier session. */
  sharedBefore: boolean
  /** Tables whose facilitator asked the organiser for more time. */
  timeAsked: TableId[]
  agenda: AgendaItem[]
  /** The parts in their order, those that have been too. */
  programme: AgendaPart[]
  /** Only those of rooms the viewer leads, and the own ones. */
  corrections: Correction[]
  /** Only the viewer's own. */
  nudges: Record<PersonId, Nudge>
  /** Whose name was taken out of the dialogue, and who cannot come in any more. */
  erased: PersonId[]
  /** Whom the organiser took out of the dialogue, and may take back; nothing for whoever else. */
  takenOut: PersonId[]
  /** How often names went from this session's log. */
  erasures: number
}

/** One line of the log. */
export interface Recorded<E> {
  seq: number
  at: number
  event: E
}
