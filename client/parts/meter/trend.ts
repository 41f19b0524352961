import { GROUPS, type Group, type RoomId } from '../../../shared/dialogue/model.ts'
import type { BalanceReport, GroupBalance, RoomTrend } from '../../../shared/dialogue/time/balance.ts'

/** The trend of a session as rows to draw and to read: one per group, all with the same steps (S5, S8). */

export interface TrendStep {
  /** Server milliseconds at which the step begins. */
  startMs: number
  /** All speech that counts in it, ms. */
  spokenMs: number
  /** A part of it was not measured. */
  gap: boolean
}
export interface TrendRow {
  group: Group
  seats: Pick<GroupBalance, 'seats' | 'free'>
  /** Part of the seats that were taken, 0..1: the equal share. */
  seatShare: number
  /** Per step the part of the speech, 0..1; null where nobody spoke. */
  shares: (number | null)[]
}
export interface Trend {
  stepMs: number
  steps: TrendStep[]
  rows: TrendRow[]
}

/**
 * The trend of one room, or of all of them for `null`; null while there is nothing to show.
 * `groups` are those of the same place over the whole session: a group with seats that never spoke has a row too.
 */
export function trendOf(
  { startMs, stepMs, rooms }: BalanceReport['trend'],
  room: RoomId | null,
  groups: readonly GroupBalance[],
): Trend | null {
  const found = room === null ? together(rooms) : rooms.find((one) => one.room === room)
  if (!found || found.spokenMs.length === 0) return null
  const steps = found.spokenMs.map((spokenMs, i): TrendStep => {
    return { startMs: startMs + i * stepMs, spokenMs, gap: found.gaps[i] ?? false }
  })
  const rows = groups
    .filter(({ seats }) => seats > 0)
    .map(({ group, seats, free, seatShare }): TrendRow => {
      const shares = found.groups.find((one) => one.group === group)?.shares
      return {
        group,
        seats: { seats, free },
        seatShare,
        shares: steps.map(({ spokenMs }, i) => shareAt(shares?.[i], spokenMs)),
      }
    })
  return rows.length === 0 ? null : { stepMs, steps, rows }
}

const shareAt = (share: number | null | undefined, spokenMs: number): number | null =>
  spokenMs === 0 ? null : (share ?? 0)

/** All rooms as one: their speech added up, step by step. A gap in one is a gap. */
export function together(rooms: readonly RoomTrend[]): RoomTrend | null {
  const [first] = rooms
  if (!first) return null
  const steps = first.spokenMs.map((_, i) => i)
  const sum = (of: (room: RoomTrend, step: number) => number) =>
    steps.map((step) => rooms.reduce((total, room) => total + of(room, step), 0))
  const spokenMs = sum((room, step) => room.spokenMs[step] ?? 0)
  const groups = GROUPS.flatMap((group): RoomTrend['groups'] => {
    const of = (room: RoomTrend) => room.groups.find((one) => one.group === group)
    if (!rooms.some(of)) return []
    const ms = sum((room, step) => (of(room)?.shares[step] ?? 0) * (room.spokenMs[step] ?? 0))
    return [{ group, shares: ms.map((each, i) => (spokenMs[i] ? each / spokenMs[i] : null)) }]
  })
  const gaps = steps.map((step) => rooms.some((room) => room.gaps[step]))
  return { room: first.room, spokenMs, groups, gaps }
}

/** First and latest step in which anybody spoke, as parts 0..1; null when nobody did. */
export function endsOf({ shares }: TrendRow): { first: number; last: number } | null {
  const known = shares.filter((share) => share !== null)
  const [first] = known
  const last = known.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

/** Diagonal strokes that fill a box of a drawing, cut off at its sides; a pattern in words of `d`. */
export function hatch(x: number, width: number, height: number, apart: number): string {
  const strokes: string[] = []
  for (let from = x - height + apart / 2; from < x + width; from += apart) {
    const left = Math.max(from, x)
    const right = Math.min(from + height, x + width)
    if (right <= left) continue
    strokes.push(`M${left} ${height - (left - from)}L${right} ${height - (right - from)}`)
  }
  return strokes.join('')
}
