import * as z from 'zod'
import { FLOOR_MODES, GOVERNMENT_ROLES, HAND_KINDS, NUDGE_ANSWERS } from './model.ts'
import { NUDGE_MINUTES } from './settings.ts'
import { anyLine, id, line, prose } from './text.ts'

/**
 * Every command as a schema; one source for the wire, the permission table and the tests.
 * Unknown keys are refused. `room` is 'plenary' or a table's id. Durations are milliseconds.
 */
const room = id
const turn = id
const person = id
const table = id
const duration = z
  .number()
  .int()
  .min(1_000)
  .max(4 * 3_600_000)
const minutes = ({ min, max }: { min: number; max: number }) =>
  z
    .number()
    .int()
    .min(min * 60_000)
    .max(max * 60_000)
    .multipleOf(60_000)

export const COMMANDS = {
  // the session
  join: z.strictObject({ name: anyLine(200).optional() }),
  leave: z.strictObject({}),
  openPlenary: z.strictObject({}),
  endSession: z.strictObject({}),
  announce: z.strictObject({ text: prose(500) }),
  setClock: z.strictObject({ ms: duration }),
  extendClock: z.strictObject({ ms: duration }),
  stopClock: z.strictObject({}),
  runClock: z.strictObject({}),
  /** The next item of the agenda: balance starts anew in it. */
  startItem: z.strictObject({ title: line(80) }),
  setPhone: z.strictObject({ person, phone: z.boolean() }),

  // the floor of a room
  raiseHand: z.strictObject({
    room,
    kind: z.enum(HAND_KINDS).default('turn'),
    typed: z.boolean().default(false),
  }),
  lowerHand: z.strictObject({ room, kind: z.enum(HAND_KINDS).default('turn') }),
  restoreHand: z.strictObject({ room }),
  /** For somebody on the telephone. */
  raiseFor: z.strictObject({ room, person }),
  lowerFor: z.strictObject({ room, person }),
  startTurn: z.strictObject({ room, turn }),
  sayTyped: z.strictObject({ room, turn, text: prose(1_000) }),
  moreTime: z.strictObject({ room, turn }),
  passTurn: z.strictObject({ room, turn }),
  endTurn: z.strictObject({ room, turn }),
  grantFloor: z.strictObject({ room, person }),
  nextTurn: z.strictObject({ room }),
  extendTurn: z.strictObject({ room, turn, ms: duration }),
  pauseTurn: z.strictObject({ room, turn }),
  resumeTurn: z.strictObject({ room, turn }),
  inviteReply: z.strictObject({ room, person }),
  endReply: z.strictObject({ room }),
  setMode: z.strictObject({ room, mode: z.enum(FLOOR_MODES) }),
  /** Everybody once more; `setMode` leaves a round that goes on as it is. */
  restartRound: z.strictObject({ room }),
  startSilence: z.strictObject({ room, ms: duration }),
  endSilence: z.strictObject({ room }),
  startSteering: z.strictObject({ room }),
  stopSteering: z.strictObject({ room }),

  // speaking time
  correctTime: z.strictObject({
    room,
    person,
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    reason: line(200),
  }),
  setNudges: z.strictObject({
    on: z.boolean(),
    silentMs: minutes(NUDGE_MINUTES.silent),
    longMs: minutes(NUDGE_MINUTES.long),
  }),
  answerNudge: z.strictObject({ answer: z.enum(NUDGE_ANSWERS) }),

  // the split
  addTable: z.strictObject({ role: z.enum(GOVERNMENT_ROLES) }),
  removeTable: z.strictObject({ table }),
  assignFacilitator: z.strictObject({ table, person: person.nullable() }),
  attendTable: z.strictObject({ table }),
  spreadEvenly: z.strictObject({}),
  seatPerson: z.strictObject({ person, table: table.nullable() }),
  swapSeats: z.strictObject({ first: person, second: person }),
  pinSeat: z.strictObject({ person, pinned: z.boolean() }),
  repeatSeating: z.strictObject({ version: z.number().int().min(1) }),
  announceSplit: z.strictObject({ ms: duration.optional() }),
  extendSplit: z.strictObject({ ms: duration }),
  cancelSplit: z.strictObject({}),
  startTables: z.strictObject({ version: z.number().int().min(1) }),
  movePerson: z.strictObject({ person, table }),
  askTime: z.strictObject({ table }),
  announceRecall: z.strictObject({ ms: duration.optional() }),
  cancelRecall: z.strictObject({}),
  finishRecall: z.strictObject({ version: z.number().int().min(1) }),

  // help
  askHelp: z.strictObject({ note: anyLine(300).default('') }),
  takeHelp: z.strictObject({ person }),
  closeHelp: z.strictObject({ person }),

  // the server's own: timers, presence and what comes in over REST; never accepted from a socket
  offerExpired: z.strictObject({ room, turn }),
  dropExpired: z.strictObject({ room, turn }),
  speakerDropped: z.strictObject({ room, turn }),
  speakerReturned: z.strictObject({ room, turn }),
  silenceOver: z.strictObject({ room, until: z.number() }),
  goOn: z.strictObject({ room }),
  nudge: z.strictObject({ person, why: z.enum(['silent', 'long']), turn: turn.nullable() }),
  setDialogue: z.strictObject({ title: line(200), startsAt: z.number().int().nullable() }),
  addPeople: z.strictObject({
    people: z.array(
      z.strictObject({
        id: person,
        name: anyLine(200),
        role: id,
        group: id.nullable(),
        detail: anyLine(200).nullable(),
      }),
    ),
  }),
} as const

export type CommandType = keyof typeof COMMANDS
export type Payload<T extends CommandType> = z.output<(typeof COMMANDS)[T]>
export type Command = { [T in CommandType]: { type: T; payload: Payload<T> } }[CommandType]
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

export const SYSTEM_COMMANDS = [
  'offerExpired',
  'dropExpired',
  'speakerDropped',
  'speakerReturned',
  'silenceOver',
  'goOn',
  'nudge',
  'setDialogue',
  'addPeople',
] as const satisfies CommandType[]
