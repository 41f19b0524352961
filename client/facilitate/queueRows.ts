import type { Floor, HandKind, PersonId, SessionState } from '../../shared/dialogue/model.ts'

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
  return [...rows, ...(floor.round ? roundRows(floor, row) : handRows(floor, row))]
}

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
 * Who "Volgende" gives the floor to. A first guess for the button's word; the server decides again.
 * A queue without hands gives null.
 */
export function nextInLine(floor: Floor, isHere: IsHere): PersonId | null {
  const { round } = floor
  if (round) {
    const waiting = round.order.filter(
      (person) => !round.done.includes(person) && person !== floor.turn?.person && isHere(person),
    )
    return waiting.find((person) => !round.passed.includes(person)) ?? waiting[0] ?? null
  }
  const waiting = floor.queue.filter((hand) => isHere(hand.person) && hand.person !== floor.turn?.person)
  return (waiting.find((hand) => hand.kind === 'process') ?? waiting[0])?.person ?? null
}
