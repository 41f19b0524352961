import type {
  Clock,
  DialogueId,
  FloorMode,
  Hand,
  HandKind,
  Nudge,
  NudgeAnswer,
  Person,
  PersonId,
  Recorded,
  RoomId,
  SeatingPlan,
  SessionId,
  Table,
  TableId,
  Turn,
  TurnId,
} from './model.ts'
import type { Settings } from './settings.ts'

/** What happened, in the past tense. `actor` is on the log's row, not in the event. */
export type DialogueEvent =
  // the session
  | {
      type: 'SessionCreated'
      session: SessionId
      dialogue: { id: DialogueId; title: string; promise: string | null }
      startsAt: number | null
      settings: Settings
      people: Person[]
      tables: Table[]
      /** Of earlier sessions of the same dialogue (T7). */
      seatings?: SeatingPlan[]
    }
  | { type: 'DialogueSet'; title: string; startsAt: number | null }
  | { type: 'PeopleAdded'; people: Person[] }
  | { type: 'PersonJoined'; person: PersonId; name: string }
  | { type: 'PersonLeft'; person: PersonId }
  | { type: 'PlenaryOpened' }
  | { type: 'SessionEnded' }
  | { type: 'ItemStarted'; title: string }
  | { type: 'PhoneSet'; person: PersonId; phone: boolean }
  | { type: 'Announced'; text: string }
  | { type: 'ClockSet'; clock: Clock }
  // the floor of a room
  | { type: 'HandRaised'; room: RoomId; person: PersonId; kind: HandKind; typed: boolean }
  | { type: 'HandTyped'; room: RoomId; person: PersonId; kind: HandKind; typed: boolean }
  | { type: 'HandLowered'; room: RoomId; person: PersonId; kind: HandKind; until: number }
  | { type: 'HandRestored'; room: RoomId; person: PersonId; hand: Hand; index: number }
  | { type: 'HandDropped'; room: RoomId; person: PersonId }
  | { type: 'FloorGranted'; room: RoomId; turn: Turn }
  | { type: 'TurnStarted'; room: RoomId; turn: TurnId }
  | { type: 'TurnTyped'; room: RoomId; turn: TurnId; text: string }
  | { type: 'TurnGivenTime'; room: RoomId; turn: TurnId; deadline: number }
  | { type: 'TurnExtended'; room: RoomId; turn: TurnId; targetMs: number }
  | { type: 'TurnPaused'; room: RoomId; turn: TurnId }
  | { type: 'TurnResumed'; room: RoomId; turn: TurnId }
  | { type: 'TurnDropped'; room: RoomId; turn: TurnId; deadline: number }
  /** `how` says why the floor is free again; `place` puts a hand back in the queue at that index (F4, F5), null does not. */
  | {
      type: 'TurnEnded'
      room: RoomId
      turn: TurnId
      how: 'done' | 'passed' | 'late' | 'dropped' | 'stopped' | 'left'
      place: number | null
      /** Time on the turn's clock (S2); null for whoever may not know somebody else's time (S3). */
      heldMs: number | null
    }
  | { type: 'ReplyInvited'; room: RoomId; person: PersonId }
  | { type: 'ReplyEnded'; room: RoomId; person: PersonId }
  | { type: 'ModeSet'; room: RoomId; mode: FloorMode; order: PersonId[] }
  | { type: 'RoundJoined'; room: RoomId; person: PersonId }
  | { type: 'RoundEnded'; room: RoomId }
  | { type: 'SilenceStarted'; room: RoomId; until: number }
  | { type: 'SilenceEnded'; room: RoomId }
  | { type: 'SteeringStarted'; room: RoomId; person: PersonId }
  | { type: 'SteeringStopped'; room: RoomId; person: PersonId }
  // speaking time
  | {
      type: 'TimeCorrected'
      room: RoomId
      person: PersonId
      from: number
      to: number
      reason: string
      by: PersonId
    }
  | { type: 'NudgesSet'; on: boolean; silentMs: number; overMs: number; talkMs: number }
  | { type: 'Nudged'; person: PersonId; why: Nudge['why']; turn: TurnId | null }
  | { type: 'NudgeAnswered'; person: PersonId; answer: NudgeAnswer }
  // the split
  | { type: 'TableAdded'; table: Table }
  | { type: 'TableRemoved'; table: TableId }
  | { type: 'FacilitatorsAssigned'; table: TableId; facilitators: PersonId[] }
  | { type: 'TableAttended'; person: PersonId; table: TableId }
  | { type: 'SeatsPlanned'; plan: SeatingPlan }
  | { type: 'SplitAnnounced'; seating: SeatingPlan; deadline: number }
  | { type: 'SplitExtended'; version: number; deadline: number }
  | { type: 'SplitCancelled'; version: number }
  | { type: 'TablesStarted'; version: number }
  | { type: 'PersonMoved'; person: PersonId; table: TableId; version: number }
  | { type: 'TimeAsked'; table: TableId }
  | { type: 'RecallAnnounced'; version: number; deadline: number }
  | { type: 'RecallCancelled'; version: number }
  | { type: 'RecallFinished'; version: number }
  // help
  | { type: 'HelpAsked'; person: PersonId; note: string }
  | { type: 'HelpTaken'; person: PersonId; by: PersonId }
  | { type: 'HelpClosed'; person: PersonId }
  /** What a viewer gets in place of an event that is not theirs: it keeps the numbers without a gap. */
  | { type: 'Blank' }

export type EventType = DialogueEvent['type']
export type RecordedEvent = Recorded<DialogueEvent>

/**
 * Who an event is for. `room`: everybody in it and whoever leads it, and the organiser. `time`: the person, and who may know their time.
 * `help`: the asker, helpers, the organiser, the asker's facilitators.
 */
export type Audience =
  | { to: 'nobody' }
  | { to: 'all' }
  | { to: 'room'; room: RoomId }
  | { to: 'desk'; room: RoomId }
  | { to: 'organiser' }
  | { to: 'person'; person: PersonId }
  | { to: 'time'; room: RoomId; person: PersonId }
  | { to: 'help'; person: PersonId }
