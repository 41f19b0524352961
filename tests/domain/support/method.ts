import type { Role } from '../../../shared/dialogue/model.ts'

/**
 * "Who may do what" of the method, copied out by hand, command by command. It knows nothing of the product's own table, and that is the point:
 * what differs is a mistake in one of the two, and a person has to say in which.
 *
 * `yes`: everywhere · `plenary`: about the plenary only · `here`: the room they are in · `leads`: their own tables, or the people who sit there now
 * · `here or leads`: both · `own`: about themselves · `no`: never.
 */
export type Cell = 'yes' | 'plenary' | 'here' | 'leads' | 'here or leads' | 'own' | 'no'

/** In the order of the columns below, and of every list by hand. */
export const COLUMNS: readonly Role[] = [
  'organiser',
  'facilitator',
  'participant',
  'helper',
  'observer',
  'interpreter',
  'clerk',
]
type Line = [Cell, Cell, Cell, Cell, Cell, Cell, Cell]

const TABLE: [about: string, line: Line, commands: string][] = [
  ['come in and leave', ['own', 'own', 'own', 'own', 'own', 'own', 'own'], 'join leave'],
  [
    'speak, raise a hand',
    ['plenary', 'here or leads', 'here', 'no', 'no', 'no', 'no'],
    `raiseHand lowerHand restoreHand raiseBeside lowerBeside startTurn sayTyped moreTime passTurn endTurn endReply`,
  ],
  [
    'mode, grant, next, timer, silence, correction',
    ['plenary', 'leads', 'no', 'no', 'no', 'no', 'no'],
    `setMode restartRound grantFloor nextTurn extendTurn pauseTurn resumeTurn inviteReply startSilence endSilence
     startSteering stopSteering correctTime`,
  ],
  [
    'the hand of who is on the telephone',
    ['plenary', 'leads', 'no', 'no', 'no', 'no', 'no'],
    'raiseFor lowerFor',
  ],
  [
    'seat, split, extend, recall',
    ['yes', 'no', 'no', 'no', 'no', 'no', 'no'],
    `spreadEvenly seatPerson swapSeats pinSeat repeatSeating announceSplit extendSplit cancelSplit startTables movePerson
     announceRecall cancelRecall finishRecall addTable removeTable assignFacilitator`,
  ],
  [
    "write the table's agreements",
    ['no', 'leads', 'here', 'no', 'no', 'no', 'no'],
    'addAgreement withdrawAgreement restoreAgreement',
  ],
  [
    'present and revise an agreement, keep a version',
    ['no', 'leads', 'no', 'no', 'no', 'no', 'no'],
    'presentAgreement reviseAgreement keepVersion',
  ],
  [
    'say something beside an agreement',
    ['no', 'leads', 'no', 'no', 'no', 'no', 'no'],
    'remarkOnAgreement resolveRemark',
  ],
  [
    'lead a consent round',
    ['plenary', 'leads', 'no', 'no', 'no', 'no', 'no'],
    'beginConsent stepConsent askConsent answerFor askAgain openConsent closeConsent',
  ],
  // only with a seat of their own: whoever leads is in no order, and the rule refuses them
  ['answer a consent round', ['no', 'here or leads', 'here', 'no', 'no', 'no', 'no'], 'answerConsent'],
  [
    "write the minority's note (C6)",
    ['plenary', 'here or leads', 'here', 'no', 'no', 'no', 'no'],
    'noteMinority',
  ],
  [
    'harvest: take, merge, undo',
    ['yes', 'no', 'no', 'no', 'no', 'no', 'no'],
    'takeIntoSet leaveOut moveInSet setHarvestAim mergeAgreements dropMerge unmerge',
  ],
  // the organiser for a table where nobody who leads it is: the rule refuses it otherwise
  ["harvest: a table's yes or no", ['yes', 'leads', 'no', 'no', 'no', 'no', 'no'], 'sayMerge'],
  [
    "package, draft proposal, council's decision",
    ['yes', 'no', 'no', 'no', 'no', 'no', 'yes'],
    'explainVerdict publishDecision hideDecision followUp writeProposal',
  ],
  ['the set goes to the council', ['yes', 'no', 'no', 'no', 'no', 'no', 'no'], 'offerSet takeBackSet'],
  [
    'until when one may object between two sessions',
    ['yes', 'no', 'no', 'no', 'no', 'no', 'no'],
    'allowObjections',
  ],
  ['ask whoever has not said it about their name', ['yes', 'no', 'no', 'no', 'no', 'no', 'no'], 'askNames'],
  [
    'object between two sessions, and one’s own name in the package',
    ['no', 'no', 'own', 'no', 'no', 'no', 'no'],
    'objectTo takeBackObjection allowName',
  ],
  ['a facilitator asks the organiser for time', ['no', 'leads', 'no', 'no', 'no', 'no', 'no'], 'askTime'],
  ['at which of the own tables one is', ['no', 'leads', 'no', 'no', 'no', 'no', 'no'], 'attendTable'],
  [
    'the session, its clock and agenda, a word to all',
    ['yes', 'no', 'no', 'no', 'no', 'no', 'no'],
    `openPlenary endSession announce setClock extendClock stopClock runClock startItem
     addParts changePart movePart dropPart startPart`,
  ],
  [
    'what government promises to do with the outcome',
    ['yes', 'no', 'no', 'no', 'no', 'no', 'no'],
    'recordPromise',
  ],
  [
    'who is on the list, as what, and who is taken out of it',
    ['yes', 'no', 'no', 'no', 'no', 'no', 'no'],
    'changePeople takeOut takeBack',
  ],
  ['when private questions come (S6)', ['yes', 'no', 'no', 'no', 'no', 'no', 'no'], 'setNudges'],
  ['answer a private question (S6)', ['no', 'no', 'own', 'no', 'no', 'no', 'no'], 'answerNudge'],
  ['ask for help', ['no', 'own', 'own', 'no', 'no', 'no', 'no'], 'askHelp'],
  ['tell how the own line did in its test', ['no', 'own', 'own', 'no', 'no', 'own', 'no'], 'tellLine'],
  ['help queue', ['yes', 'leads', 'no', 'yes', 'no', 'no', 'no'], 'takeHelp setPhone'],
  [
    'open a talk apart with who asked for help, and pass their call on to another helper',
    ['no', 'no', 'no', 'yes', 'no', 'no', 'no'],
    'openAside passHelp',
  ],
  ['speak there, and show one’s screen there', ['no', 'own', 'own', 'no', 'no', 'no', 'no'], 'setAside'],
  ['who sits at whose device', ['yes', 'leads', 'own', 'yes', 'no', 'no', 'no'], 'sitBeside leaveBeside'],
  // who leads the table only where it is their own: the rule refuses them otherwise
  ['end a talk apart', ['no', 'leads', 'own', 'yes', 'no', 'no', 'no'], 'closeAside'],
  ['close a call for help', ['yes', 'leads', 'own', 'yes', 'no', 'no', 'no'], 'closeHelp'],
  [
    "the server's own, never accepted from a person",
    ['no', 'no', 'no', 'no', 'no', 'no', 'no'],
    'offerExpired dropExpired speakerDropped speakerReturned silenceOver goOn nudge setDialogue addPeople recordDecision',
  ],
]

/** Also given by the server: timers, and the demonstration that begins by itself. */
export const BY_THE_SERVER = [
  'offerExpired',
  'dropExpired',
  'speakerDropped',
  'speakerReturned',
  'silenceOver',
  'goOn',
  'nudge',
  'setDialogue',
  'addPeople',
  'recordDecision',
  'keepVersion',
  'openPlenary',
  'startTables',
  'finishRecall',
]

const ROWS = TABLE.flatMap(([, line, commands]) =>
  commands.split(/\s+/).map((command): [string, Line] => [command, line]),
)
const METHOD: ReadonlyMap<string, Line> = new Map(ROWS)
export const LISTED = ROWS.map(([command]) => command)

export const cellOf = (command: string, role: Role): Cell =>
  METHOD.get(command)?.[COLUMNS.indexOf(role)] ?? 'no'

/** What one may do with the text of a table while people sit at tables: the own one, and another. */
export const TEXTS: Record<Role, [own: string, other: string]> = {
  organiser: ['read', 'read'],
  facilitator: ['write', 'none'],
  participant: ['write', 'none'],
  helper: ['none', 'none'],
  observer: ['none', 'none'],
  interpreter: ['read', 'none'],
  clerk: ['none', 'none'],
}
