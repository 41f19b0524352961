/** From when on a listener is worn, and how long it is waited for another. Given by tests; otherwise what stands below. */
export interface Wear {
  wornRooms?: number
  wornLeftMb?: number
  wornMb?: number
  patienceMs?: number
  againMs?: number
}

/** What is known of a listener process. */
export interface Worn {
  /** How often it was in a room and is no longer. */
  roomsLeft: number
  /** Memory it has taken since it first heard every room. */
  grownMb: number
}

/** The library's native half keeps some 0.4 to 0.6 MB of every room it was in. */
const WORN_ROOMS = 100
/** So much of it is enough: what a long evening takes must stay below 50 MB. */
const WORN_LEFT_MB = 35
/** Until it has left so many, what it holds is of the rooms it is in, and its successor would hold the same. */
const LEFT_ROOMS = 20
/** Whatever else takes memory. It begins with less than 200. */
const WORN_MB = 400

/** Rooms it is in still do not count, nor what they take: its successor is in them too. */
export function isWorn(
  { roomsLeft, grownMb }: Worn,
  { wornRooms = WORN_ROOMS, wornLeftMb = WORN_LEFT_MB, wornMb = WORN_MB }: Wear = {},
): boolean {
  if (roomsLeft >= wornRooms || grownMb >= wornMb) return true
  return roomsLeft >= LEFT_ROOMS && grownMb >= wornLeftMb
}
