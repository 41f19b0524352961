import { each, fields, plain, type Fields } from './give.ts'
import { clock, dialogue, hand, person, seating, settings, table, turn } from './shown.ts'
import type { Audience, DialogueEvent, EventType } from './events.ts'

type EventOf<T extends EventType> = Extract<DialogueEvent, { type: T }>

/** Who an event is for, and what of it they get. */
type Row<T extends EventType> = readonly [
  to: (event: EventOf<T>) => Audience,
  shape: Fields<Omit<EventOf<T>, 'type'>>,
]

const all = (): Audience => ({ to: 'all' })
const organiser = (): Audience => ({ to: 'organiser' })
const inRoom = ({ room }: { room: string }): Audience => ({ to: 'room', room })
const self = ({ person: who }: { person: string }): Audience => ({ to: 'person', person: who })
const helpers = ({ person: who }: { person: string }): Audience => ({ to: 'help', person: who })

/** One row per event: what is not in it, nobody gets. */
const ROWS: { readonly [T in EventType]: Row<T> } = {
  // nobody is in before the first line: everybody begins with a snapshot
  SessionCreated: [
    () => ({ to: 'nobody' }),
    {
      session: plain,
      dialogue,
      startsAt: plain,
      settings,
      people: each(person),
      tables: each(table),
      seatings: each(seating),
    },
  ],
  DialogueSet: [all, { title: plain, startsAt: plain }],
  PeopleAdded: [all, { people: each(person) }],
  PersonJoined: [all, { person: plain, name: plain }],
  PersonLeft: [all, { person: plain }],
  PlenaryOpened: [all, {}],
  SessionEnded: [all, {}],
  ItemStarted: [all, { title: plain }],
  PhoneSet: [all, { person: plain, phone: plain }],
  Announced: [all, { text: plain }],
  ClockSet: [all, { clock }],

  HandRaised: [inRoom, { room: plain, person: plain, kind: plain, typed: plain }],
  HandTyped: [inRoom, { room: plain, person: plain, kind: plain, typed: plain }],
  HandLowered: [inRoom, { room: plain, person: plain, kind: plain, until: plain }],
  HandRestored: [inRoom, { room: plain, person: plain, hand, index: plain }],
  HandDropped: [inRoom, { room: plain, person: plain }],
  FloorGranted: [inRoom, { room: plain, turn }],
  TurnStarted: [inRoom, { room: plain, turn: plain }],
  TurnTyped: [inRoom, { room: plain, turn: plain, text: plain }],
  TurnGivenTime: [inRoom, { room: plain, turn: plain, deadline: plain }],
  TurnExtended: [inRoom, { room: plain, turn: plain, targetMs: plain }],
  TurnPaused: [inRoom, { room: plain, turn: plain }],
  TurnResumed: [inRoom, { room: plain, turn: plain }],
  TurnDropped: [inRoom, { room: plain, turn: plain, deadline: plain }],
  // whose time it is gets it, and who may know times; `redact` takes it out for the others (S3)
  TurnEnded: [inRoom, { room: plain, turn: plain, how: plain, place: plain, heldMs: plain }],
  ReplyInvited: [inRoom, { room: plain, person: plain }],
  ReplyEnded: [inRoom, { room: plain, person: plain }],
  ModeSet: [inRoom, { room: plain, mode: plain, order: each(plain) }],
  RoundJoined: [inRoom, { room: plain, person: plain }],
  RoundEnded: [inRoom, { room: plain }],
  SilenceStarted: [inRoom, { room: plain, until: plain }],
  SilenceEnded: [inRoom, { room: plain }],
  SteeringStarted: [inRoom, { room: plain, person: plain }],
  SteeringStopped: [inRoom, { room: plain, person: plain }],

  TimeCorrected: [
    ({ room, person: who }) => ({ to: 'time', room, person: who }),
    {
      room: plain,
      person: plain,
      from: plain,
      to: plain,
      reason: plain,
      by: plain,
    },
  ],
  NudgesSet: [all, { on: plain, silentMs: plain, overMs: plain, talkMs: plain }],
  Nudged: [self, { person: plain, why: plain, turn: plain }],
  NudgeAnswered: [self, { person: plain, answer: plain }],

  TableAdded: [all, { table }],
  TableRemoved: [all, { table: plain }],
  FacilitatorsAssigned: [all, { table: plain, facilitators: each(plain) }],
  TableAttended: [all, { person: plain, table: plain }],
  SeatsPlanned: [organiser, { plan: seating }],
  SplitAnnounced: [all, { seating, deadline: plain }],
  SplitExtended: [all, { version: plain, deadline: plain }],
  SplitCancelled: [all, { version: plain }],
  TablesStarted: [all, { version: plain }],
  PersonMoved: [all, { person: plain, table: plain, version: plain }],
  TimeAsked: [({ table: room }) => ({ to: 'desk', room }), { table: plain }],
  RecallAnnounced: [all, { version: plain, deadline: plain }],
  RecallCancelled: [all, { version: plain }],
  RecallFinished: [all, { version: plain }],

  HelpAsked: [helpers, { person: plain, note: plain }],
  HelpTaken: [helpers, { person: plain, by: plain }],
  HelpClosed: [helpers, { person: plain }],

  Blank: [all, {}],
}

const rowOf = <T extends EventType>({ type }: { type: T }): Row<T> | null =>
  Object.hasOwn(ROWS, type) ? ROWS[type] : null

/** Who an event is for; nobody, when it has no row. */
export const audience = <T extends EventType>(event: EventOf<T>): Audience =>
  rowOf<T>(event)?.[0](event) ?? { to: 'nobody' }

/** The named fields of an event that somebody may see. */
export function given<T extends EventType>(event: EventOf<T>): DialogueEvent {
  const shape = rowOf<T>(event)?.[1]
  return shape ? ({ ...fields(shape)(event), type: event.type } as EventOf<T>) : { type: 'Blank' }
}
