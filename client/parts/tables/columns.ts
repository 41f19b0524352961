import type { RoomId, SessionState } from '../../../shared/dialogue/model.ts'

/**
 * Seats of a table in this seating, taken or not, and whoever leads it: one who drops out moves nobody. Who interprets has a place apart.
 */
export function seatsAt({ people, seating, tables }: SessionState, room: RoomId): number {
  const seated = Object.entries(seating?.seats ?? {}).filter(
    ([person, table]) => table === room && people[person]?.role !== 'interpreter',
  )
  return seated.length + (tables[room]?.facilitators.length ?? 0)
}

/** Tiles beside each other at a table: with the agreement open, and with the room to itself. */
export function columnsAt(seats: number): { beside: number; alone: number } {
  if (seats === 9) return { beside: 3, alone: 5 }
  const columns = seats <= 1 ? 1 : seats <= 4 ? 2 : seats <= 6 ? 3 : seats <= 12 ? 4 : 5
  return { beside: columns, alone: columns }
}

/** Tiles beside each other on a page of the plenary, at most as many as a full page has. */
export const columnsInHall = (people: number): number =>
  people <= 4 ? 2 : people <= 9 ? 3 : people <= 12 ? 4 : people <= 20 ? 5 : 6
