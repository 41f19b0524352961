import * as z from 'zod'
import type { DialogueEvent } from './events.ts'
import { FLOOR_MODES, GOVERNMENT_ROLES, GROUPS, HAND_KINDS, NUDGE_ANSWERS, ROLES } from './model.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

/**
 * What a line of the log must look like, event by event. Wide where a command is narrow: what was once accepted is
 * read for ever. An event without a line here does not compile.
 */
export type StoredType = Exclude<DialogueEvent['type'], 'Blank'>
type Body<T extends StoredType> = Omit<Extract<DialogueEvent, { type: T }>, 'type'>

const text = z.string()
const ms = z.number()
const flag = z.boolean()
const person = z.object({
  id: text,
  name: text,
  role: z.enum(ROLES),
  group: z.enum(GROUPS).nullable(),
  detail: text.nullable(),
  joined: flag,
  left: flag,
  phone: flag,
})
const table = z.object({
  id: text,
  number: z.number(),
  role: z.enum(GOVERNMENT_ROLES),
  facilitators: z.array(text),
})
const plan = z.object({ version: z.number(), seats: z.record(text, text), pinned: z.array(text) })
const kind = z.enum(HAND_KINDS)
const hand = z.object({ person: text, kind, raisedAt: ms, typed: flag })
const turn = z.object({
  id: text,
  person: text,
  kind,
  state: z.enum(['offered', 'speaking', 'dropped']),
  deadline: ms.nullable(),
  extended: flag,
  countedMs: ms,
  runningSince: ms.nullable(),
  targetMs: ms,
  paused: flag,
  raisedAt: ms.nullable(),
  override: flag,
  typed: flag,
})
const settings = z.object({
  offerMs: ms,
  moreMs: ms,
  dropMs: ms,
  undoMs: ms,
  leaderGoneMs: ms,
  turnTargetMs: ms,
  nudgesOn: flag,
  nudgeSilentMs: ms,
  nudgeOverMs: ms,
  nudgeTalkMs: ms,
  nudgeAgainMs: ms,
  nudgeApartMs: ms,
  announceMs: ms,
  recallMs: ms,
  tableSize: z.number(),
  openToObservers: flag,
} satisfies Record<keyof typeof DEFAULT_SETTINGS, z.ZodType>)

const inRoom = { room: text }
const ofPerson = { person: text }
const inRoomOfPerson = { ...inRoom, ...ofPerson }
const ofTurn = { ...inRoom, turn: text }
const ofVersion = { version: z.number() }
const untilDeadline = { ...ofVersion, deadline: ms }
const ofHand = { ...inRoomOfPerson, kind, typed: flag }

export const EVENT_SCHEMAS = {
  SessionCreated: z.object({
    session: text,
    dialogue: z.object({ id: text, title: text, promise: text.nullable() }),
    startsAt: ms.nullable(),
    settings,
    people: z.array(person),
    tables: z.array(table),
    seatings: z.array(plan).optional(),
  }),
  DialogueSet: z.object({ title: text, startsAt: ms.nullable() }),
  PeopleAdded: z.object({ people: z.array(person) }),
  PersonJoined: z.object({ ...ofPerson, name: text }),
  PersonLeft: z.object(ofPerson),
  PlenaryOpened: z.object({}),
  SessionEnded: z.object({}),
  ItemStarted: z.object({ title: text }),
  PhoneSet: z.object({ ...ofPerson, phone: flag }),
  Announced: z.object({ text }),
  ClockSet: z.object({ clock: z.object({ endsAt: ms.nullable(), leftMs: ms, totalMs: ms }) }),

  HandRaised: z.object(ofHand),
  HandTyped: z.object(ofHand),
  HandLowered: z.object({ ...inRoomOfPerson, kind, until: ms }),
  HandRestored: z.object({ ...inRoomOfPerson, hand, index: z.number() }),
  HandDropped: z.object(inRoomOfPerson),
  FloorGranted: z.object({ ...inRoom, turn }),
  TurnStarted: z.object(ofTurn),
  TurnTyped: z.object({ ...ofTurn, text }),
  TurnGivenTime: z.object({ ...ofTurn, deadline: ms }),
  TurnExtended: z.object({ ...ofTurn, targetMs: ms }),
  TurnPaused: z.object(ofTurn),
  TurnResumed: z.object(ofTurn),
  TurnDropped: z.object({ ...ofTurn, deadline: ms }),
  TurnEnded: z.object({
    ...ofTurn,
    how: z.enum(['done', 'passed', 'late', 'dropped', 'stopped', 'left']),
    place: z.number().nullable(),
    heldMs: ms.nullable(),
  }),
  ReplyInvited: z.object(inRoomOfPerson),
  ReplyEnded: z.object(inRoomOfPerson),
  ModeSet: z.object({ ...inRoom, mode: z.enum(FLOOR_MODES), order: z.array(text) }),
  RoundJoined: z.object(inRoomOfPerson),
  RoundEnded: z.object(inRoom),
  SilenceStarted: z.object({ ...inRoom, until: ms }),
  SilenceEnded: z.object(inRoom),
  SteeringStarted: z.object(inRoomOfPerson),
  SteeringStopped: z.object(inRoomOfPerson),

  TimeCorrected: z.object({ ...inRoomOfPerson, from: ms, to: ms, reason: text, by: text }),
  NudgesSet: z.object({ on: flag, silentMs: ms, overMs: ms, talkMs: ms }),
  Nudged: z.object({ ...ofPerson, why: z.enum(['silent', 'long']), turn: text.nullable() }),
  NudgeAnswered: z.object({ ...ofPerson, answer: z.enum(NUDGE_ANSWERS) }),

  TableAdded: z.object({ table }),
  TableRemoved: z.object({ table: text }),
  FacilitatorsAssigned: z.object({ table: text, facilitators: z.array(text) }),
  TableAttended: z.object({ ...ofPerson, table: text }),
  SeatsPlanned: z.object({ plan }),
  SplitAnnounced: z.object({ seating: plan, deadline: ms }),
  SplitExtended: z.object(untilDeadline),
  SplitCancelled: z.object(ofVersion),
  TablesStarted: z.object(ofVersion),
  PersonMoved: z.object({ ...ofPerson, table: text, version: z.number() }),
  TimeAsked: z.object({ table: text }),
  RecallAnnounced: z.object(untilDeadline),
  RecallCancelled: z.object(ofVersion),
  RecallFinished: z.object(ofVersion),

  HelpAsked: z.object({ ...ofPerson, note: text }),
  HelpTaken: z.object({ ...ofPerson, by: text }),
  HelpClosed: z.object(ofPerson),
} satisfies { [T in StoredType]: z.ZodType<Body<T>> }
