import type { Floor, HandKind, PersonId, RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { isHere, onPhone } from '../../../shared/dialogue/places.ts'
import {
  nextUp,
  speakingOrder,
  type Circumstances,
  type Place,
} from '../../../shared/dialogue/floor/speakingOrder.ts'
import type { RoomMeter } from '../../../shared/dialogue/time/balance.ts'

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
    | 'second'
    | 'skipped'
  /** Place in the queue, from 1; null when the line has no number. */
  place: number | null
  /** `answer` grants a point of order; `invite` lets somebody reply beside the holder. */
  action: 'end' | 'endReply' | 'answer' | 'invite' | 'grant' | null
  kind: HandKind | null
  /** Has lost the line: passed over, the place is kept (F2). */
  away: boolean
  /** Will type, or types now (F3). */
  typed: boolean
  /** Takes part by telephone (F3). */
  phone: boolean
  /** F6: why this person goes before others; for the desk only. */
  why: 'nothing' | 'less' | null
}

/** One room as its desk knows it; with the balance, which nobody else has (S4). */
export interface DeskRoom {
  state: SessionState
  room: RoomId
  floor: Floor
  present: ReadonlySet<PersonId>
  balance: Pick<RoomMeter, 'people' | 'others'>
  now: number
}

/** What the order depends on. */
const around = ({ room, present, balance, now }: DeskRoom): Circumstances => {
  const times = balance.people.map(({ person, spokenMs }) => [person, spokenMs] as const)
  return { present, now, spokenMs: { [room]: { ...balance.others, ...Object.fromEntries(times) } } }
}

/**
 * The list as the desk shows it: who speaks, an invited reply, points of order, who has been in a round, then everybody who waits,
 * in the order of every screen (F1, F3, F6).
 */
export function queueRows(desk: DeskRoom): QueueRow[] {
  const { floor } = desk
  const row = makeRow(desk)
  const rows: QueueRow[] = []
  if (floor.turn) {
    const { person, kind, typed, state } = floor.turn
    const note = state === 'speaking' ? 'holder' : state
    rows.push(row(person, { note, action: 'end', kind, typed }))
  }
  if (floor.reply) rows.push(row(floor.reply, { note: 'replying', action: 'endReply', kind: 'reply' }))
  const waiting = speakingOrder(desk.state, desk.room, around(desk)).map((place) =>
    waitingRow(desk, row, place),
  )
  const apart = waiting.filter(({ note }) => note === 'process')
  const line = waiting.filter(({ note }) => note !== 'process')
  const all = [...rows, ...apart, ...beenRows(floor, row), ...line]
  return floor.mode === 'free' ? all.map(withoutGrant) : all
}

/** In free talk nobody is given the floor: everybody has it. */
const withoutGrant = (row: QueueRow): QueueRow =>
  row.action === 'grant' || row.action === 'answer' ? { ...row, action: null } : row

type MakeRow = (person: PersonId, rest: Pick<QueueRow, 'note'> & Partial<QueueRow>) => QueueRow

const makeRow =
  ({ state, present }: DeskRoom): MakeRow =>
  (person, rest) => ({
    person,
    name: state.people[person]?.name ?? '',
    place: null,
    action: null,
    kind: null,
    phone: onPhone(state, person),
    away: !isHere(state, person, present),
    typed: false,
    why: null,
    ...rest,
  })

function waitingRow(desk: DeskRoom, row: MakeRow, place: Place): QueueRow {
  const { person, kind, number, typed } = place
  const { floor } = desk
  if (place.kept) return row(person, { note: 'lowered', kind })
  if (kind === 'process') return row(person, { note: 'process', action: 'answer', kind, typed })
  if (kind === 'reply') {
    const action = floor.turn && !floor.reply ? 'invite' : 'grant'
    return row(person, { note: 'reply', place: number, action, kind, typed })
  }
  const why = floor.mode === 'quietFirst' ? whyFirst(desk, person) : null
  return row(person, { note: turnNote(floor, person), place: number, action: 'grant', kind, typed, why })
}

/** F6: whoever passed in a round comes once more at the end of it. */
function turnNote({ round }: Floor, person: PersonId): QueueRow['note'] {
  if (!round?.order.includes(person) || round.done.includes(person)) return 'group'
  if (!round.passed.includes(person)) return 'group'
  return round.second ? 'second' : 'passed'
}

/** F6: the reason in words. Nobody's figure, and nothing about whoever said as much as others or more. */
function whyFirst({ balance }: DeskRoom, person: PersonId): QueueRow['why'] {
  const found = balance.people.find((entry) => entry.person === person)
  if (!found) return null
  if (found.silent || found.spokenMs === 0) return 'nothing'
  return found.words === 'muchLess' || found.words === 'less' ? 'less' : null
}

/** F6: who has been in the round. */
const beenRows = ({ round, turn }: Floor, row: MakeRow): QueueRow[] =>
  (round?.done ?? [])
    .filter((person) => person !== turn?.person)
    .map((person) => {
      const skipped = round?.passed.includes(person) && !round.spoke.includes(person)
      return row(person, { note: skipped ? 'skipped' : 'been' })
    })

/**
 * Who "Volgende" gives the floor to, by the same rule as the server; null when nobody who is there waits.
 * The server decides again when the button is pressed.
 */
export const nextInLine = (desk: DeskRoom): PersonId | null =>
  nextUp(desk.state, desk.room, around(desk))?.person ?? null
