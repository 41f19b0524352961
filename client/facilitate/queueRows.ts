import type { Floor, Hand, HandKind, PersonId, RoomId, SessionState } from '../../shared/dialogue/model.ts'
import { nextUp } from '../../shared/dialogue/queue.ts'
import type { PersonBalance } from '../../shared/protocol.ts'
import { willType } from '../floor/line.ts'

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

/** Whether a person is connected now. */
export type IsHere = (person: PersonId) => boolean

/**
 * The list as the desk shows it: who speaks, an invited reply, points of order, then the queue in its own order (F1, F3).
 * In a round the seat order takes the place of the queue; with quiet people first, whoever said least is on top (F6).
 */
export function queueRows(
  state: SessionState,
  floor: Floor,
  isHere: IsHere,
  balance: readonly PersonBalance[] = [],
): QueueRow[] {
  const row: MakeRow = (person, rest) => ({
    person,
    name: state.people[person]?.name ?? '',
    phone: state.people[person]?.phone ?? false,
    away: !isHere(person) && !state.people[person]?.phone,
    typed: false,
    why: null,
    ...rest,
  })
  const rows: QueueRow[] = []
  if (floor.turn) {
    const { person, kind, typed } = floor.turn
    const note = floor.turn.state === 'speaking' ? 'holder' : floor.turn.state
    rows.push(row(person, { note, place: null, action: 'end', kind, typed }))
  }
  if (floor.reply) {
    rows.push(row(floor.reply, { note: 'replying', place: null, action: 'endReply', kind: 'reply' }))
  }
  for (const hand of floor.queue) {
    if (hand.kind !== 'process') continue
    const { typed } = hand
    rows.push(row(hand.person, { note: 'process', place: null, action: 'answer', kind: 'process', typed }))
  }
  const all = [...rows, ...(floor.round ? roundRows(floor, row) : handRows(floor, row, balance))]
  return floor.mode === 'free' ? all.map(withoutGrant) : all
}

/** In free talk nobody is given the floor: everybody has it. */
const withoutGrant = (row: QueueRow): QueueRow =>
  row.action === 'grant' || row.action === 'answer' ? { ...row, action: null } : row

type MakeRow = (
  person: PersonId,
  rest: Pick<QueueRow, 'note' | 'place' | 'action' | 'kind'> & Partial<Pick<QueueRow, 'typed' | 'why'>>,
) => QueueRow

function handRows(floor: Floor, row: MakeRow, balance: readonly PersonBalance[]): QueueRow[] {
  const quiet = floor.mode === 'quietFirst'
  // a short reply goes before the turns, as on every screen (F1, F3)
  const hands = (['reply', 'turn'] as const).flatMap((kind) =>
    floor.queue.filter((hand) => hand.kind === kind),
  )
  const rows = (quiet ? quietFirst(hands, balance) : hands).map((hand, index) => {
    const reply = hand.kind === 'reply'
    return row(hand.person, {
      note: reply ? 'reply' : 'group',
      place: index + 1,
      action: reply && floor.turn && !floor.reply ? 'invite' : 'grant',
      kind: hand.kind,
      typed: hand.typed,
      why: quiet && !reply ? whyFirst(balance, hand.person) : null,
    })
  })
  const lowered = floor.lowered.map(({ hand }) =>
    row(hand.person, { note: 'lowered', place: null, action: null, kind: hand.kind }),
  )
  return [...rows, ...lowered]
}

/** F6: in the order in which "Volgende" goes along them: a reply, then whoever said least. */
function quietFirst(hands: readonly Hand[], balance: readonly PersonBalance[]): Hand[] {
  const spoken = (person: PersonId) => balance.find((entry) => entry.person === person)?.spokenMs ?? 0
  const weight = ({ kind, person }: Hand) => (kind === 'reply' ? -1 : spoken(person))
  return hands.toSorted((a, b) => weight(a) - weight(b))
}

/** F6: the reason in words. Nobody's figure, and nothing about whoever said as much as others or more. */
function whyFirst(balance: readonly PersonBalance[], person: PersonId): QueueRow['why'] {
  const found = balance.find((entry) => entry.person === person)
  if (!found) return null
  if (found.silent || found.spokenMs === 0) return 'nothing'
  return found.words === 'muchLess' || found.words === 'less' ? 'less' : null
}

/** F6: who has been, then the seats to come, then whoever passed, who comes once more at the end. */
function roundRows(floor: Floor, row: MakeRow): QueueRow[] {
  const round = floor.round
  if (!round) return []
  const others = round.order.filter((person) => person !== floor.turn?.person)
  const been = others.filter((person) => round.done.includes(person))
  const first = others.filter((person) => !been.includes(person) && !round.passed.includes(person))
  const again = others.filter((person) => !been.includes(person) && round.passed.includes(person))
  return [
    ...been.map((person) => {
      const note = round.passed.includes(person) && !round.spoke.includes(person) ? 'skipped' : 'been'
      return row(person, { note, place: null, action: null, kind: null })
    }),
    ...[...first, ...again].map((person, index) => {
      const note = index < first.length ? 'group' : round.second ? 'second' : 'passed'
      return row(person, {
        note,
        place: index + 1,
        action: 'grant',
        kind: null,
        typed: willType(floor, person),
      })
    }),
  ]
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
  const floor = state.floors[room]
  // Who speaks in a round has had their turn as soon as it is somebody else's.
  const passedOver = floor?.turn && (floor.turn.state !== 'speaking' || floor.round !== null)
  const except = passedOver ? floor.turn?.person : undefined
  return nextUp(state, room, { present, spokenMs: { [room]: spokenMs } }, except)?.person ?? null
}
