import type { CommandType } from './commands.ts'
import type { Phase } from './model.ts'

type Name = Phase['name']

const open: readonly Name[] = ['plenary', 'announced', 'tables', 'recalling']
const before: readonly Name[] = ['lobby', ...open]
const always: readonly Name[] = [...before, 'ended']
const tables: readonly Name[] = ['tables', 'recalling']

/** In which phases each command can be given. */
export const PHASES: Record<CommandType, readonly Name[]> = {
  join: before,
  leave: always,
  openPlenary: ['lobby'],
  endSession: before,
  announce: before,
  setClock: before,
  extendClock: before,
  stopClock: before,
  runClock: before,
  startItem: open,
  setPhone: before,

  raiseHand: open,
  lowerHand: open,
  restoreHand: open,
  raiseFor: open,
  lowerFor: open,
  startTurn: open,
  sayTyped: open,
  moreTime: open,
  passTurn: open,
  endTurn: open,
  grantFloor: open,
  nextTurn: open,
  extendTurn: open,
  pauseTurn: open,
  resumeTurn: open,
  inviteReply: open,
  endReply: open,
  setMode: open,
  restartRound: open,
  startSilence: open,
  endSilence: open,
  startSteering: open,
  stopSteering: open,

  correctTime: open,
  setNudges: before,
  answerNudge: open,

  addTable: ['lobby', 'plenary'],
  removeTable: ['lobby', 'plenary'],
  assignFacilitator: before,
  attendTable: before,
  spreadEvenly: before,
  seatPerson: before,
  swapSeats: before,
  pinSeat: before,
  repeatSeating: before,
  announceSplit: ['plenary'],
  extendSplit: ['announced', 'recalling'],
  cancelSplit: ['announced'],
  startTables: ['announced'],
  movePerson: ['announced', ...tables],
  askTime: tables,
  announceRecall: ['tables'],
  cancelRecall: ['recalling'],
  finishRecall: ['recalling'],

  askHelp: before,
  takeHelp: before,
  closeHelp: always,

  offerExpired: open,
  dropExpired: open,
  speakerDropped: open,
  speakerReturned: open,
  silenceOver: open,
  goOn: open,
  nudge: open,
  setDialogue: always,
  addPeople: before,
}
