import type { Floor, HandKind, PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import { nextUp } from '../../shared/dialogue/queue.ts'
import type { PersonBalance } from '../../shared/protocol.ts'

/** One line of the desk's list: who, in which place, and the one thing the facilitator can do about it. */
export interface QueueRow {
  person: PersonId
  name: string
  /** What stands under the name. */
  note:
    | 'holder'
    | 'offered'
    | 'dropped'
    | 'replying'
    | 'process'
    | 'reply'
    | 'group'
    | 'lowered'
    | 'been'
    | 'passed'
  /** Place in the queue, from 1; null when the line has no number. */
  place: number | null
  /** `answer` grants a point of order; `invite` lets somebody reply beside the holder. */
  action: 'end' | 'endReply' | 'answer' | 'invite' | 'grant' | null
  kind: HandKind | null
  /** Has lost the line: passed over, the place is kept (F2). */
  away: boolean
}

/** Whether a person is connected now. */
export type IsHere = (person: PersonId) => boolean

/**
 * The list as the desk shows it: who speaks, an invited reply, points of order, then the queue in its own order (F1, F3).
 * In a round the seat order takes the place of the queue (F6).
 */
export function queueRows(state: SessionState, floor: Floor, isHere: IsHere): QueueRow[] {
  const name = (person: PersonId) => state.people[person]?.name ?? ''
  const row = (person: PersonId, rest: Omit<QueueRow, 'person' | 'name' | 'away'>): QueueRow => ({
    person,
    name: name(person),
    away: !isHere(person),
    ...rest,
  })
  const rows: QueueRow[] = []
  if (floor.turn) {
    const note = floor.turn.state === 'speaking' ? 'holder' : floor.turn.state
    rows.push(row(floor.turn.person, { note, place: null, action: 'end', kind: floor.turn.kind }))
  }
  if (floor.reply) {
    rows.push(row(floor.reply, { note: 'replying', place: null, action: 'endReply', kind: 'reply' }))
  }
  for (const hand of floor.queue) {
    if (hand.kind !== 'process') continue
    rows.push(row(hand.person, { note: 'process', place: null, action: 'answer', kind: 'process' }))
  }
  const all = [...rows, ...(floor.round ? roundRows(floor, row) : handRows(floor, row))]
  return floor.mode === 'free' ? all.map(withoutGrant) : all
}

/** In free talk nobody is given the floor: everybody has it. */
const withoutGrant = (row: QueueRow): QueueRow =>
  row.action === 'grant' || row.action === 'answer' ? { ...row, action: null } : row

type MakeRow = (person: PersonId, rest: Omit<QueueRow, 'person' | 'name' | 'away'>) => QueueRow

function handRows(floor: Floor, row: MakeRow): QueueRow[] {
  const rows: QueueRow[] = []
  let place = 0
  for (const hand of floor.queue) {
    if (hand.kind === 'process') continue
    place += 1
    const reply = hand.kind === 'reply'
    const action = reply && floor.turn && !floor.reply ? 'invite' : 'grant'
    rows.push(row(hand.person, { note: reply ? 'reply' : 'group', place, action, kind: hand.kind }))
  }
  for (const { hand } of floor.lowered) {
    rows.push(row(hand.person, { note: 'lowered', place: null, action: null, kind: hand.kind }))
  }
  return rows
}

function roundRows(floor: Floor, row: MakeRow): QueueRow[] {
  const round = floor.round
  if (!round) return []
  const rows: QueueRow[] = []
  let place = 0
  for (const person of round.order) {
    if (person === floor.turn?.person) continue
    const been = round.done.includes(person)
    const passed = round.passed.includes(person)
    if (been) rows.push(row(person, { note: 'been', place: null, action: null, kind: null }))
    else {
      place += 1
      rows.push(row(person, { note: passed ? 'passed' : 'group', place, action: 'grant', kind: null }))
    }
  }
  return rows
}

/**
 * Who "Volgende" gives the floor to, by the same rule as the server (F6); null when nobody who is there waits.
 * The server decides again when the button is pressed.
 */
export function nextInLine(
  state: SessionState,
  room: RoomId,
  isHere: IsHere,
  balance: readonly PersonBalance[],
): PersonId | null {
  const present = new Set(state.order.filter(isHere))
  const spokenMs = Object.fromEntries(balance.map((entry) => [entry.person, entry.spokenMs]))
  const waits = state.floors[room]?.turn
  const except = waits && waits.state !== 'speaking' ? waits.person : undefined
  return nextUp(state, room, { present, spokenMs }, except)?.person ?? null
}
