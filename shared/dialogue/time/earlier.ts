import { seatings } from '../places.ts'
import { addTimes, noTimes, timesOf, type TimeBook, type Times } from './timeBook.ts'
import type { PersonId, RoomId, SessionState } from '../model.ts'

/** What the sessions before this one leave behind for the balance of the whole dialogue. They are over: it does not change any more. */
export interface Earlier {
  sessions: number
  times: Times
  /** Who was there. */
  came: readonly PersonId[]
  /** Who sat at each table. */
  sat: Readonly<Record<RoomId, readonly PersonId[]>>
  /** Rooms that were not measured all the time (S8). */
  incomplete: readonly RoomId[]
}

export const noEarlier: Earlier = { sessions: 0, times: noTimes, came: [], sat: {}, incomplete: [] }

/** One more session is over, at `endMs`. */
export function leaveBehind(earlier: Earlier, state: SessionState, book: TimeBook, endMs: number): Earlier {
  const sat: Record<RoomId, readonly PersonId[]> = { ...earlier.sat }
  for (const { seats } of seatings(state)) {
    for (const [person, table] of Object.entries(seats)) {
      sat[table] = both(sat[table], [person])
    }
  }
  return {
    sessions: earlier.sessions + 1,
    times: addTimes(earlier.times, timesOf(book, endMs)),
    came: both(
      earlier.came,
      state.order.filter((person) => state.people[person]?.joined),
    ),
    sat,
    incomplete: both(earlier.incomplete, Object.keys(book.gaps)),
  }
}

const both = <T>(one: readonly T[] = [], other: readonly T[] = []): T[] => [...new Set([...one, ...other])]
