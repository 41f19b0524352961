import type { Floor, FloorMode, Hand, HandKind, PersonId, SessionState, Turn } from '../model.ts'

/** The floor of one room as a value: making one, changing one, and the arithmetic of a turn's clock. */

export const freshFloor = (mode: FloorMode, heldMs: Record<PersonId, number> = {}): Floor => ({
  mode,
  queue: [],
  lowered: [],
  turn: null,
  reply: null,
  round: null,
  lastRound: null,
  consent: null,
  lastConsent: null,
  typed: [],
  silence: null,
  steering: null,
  heldMs,
})

/** Change one room's floor; a floor this viewer does not have stays away. */
export function onFloor(state: SessionState, room: string, change: (floor: Floor) => Floor): SessionState {
  const floor = state.floors[room]
  return floor ? { ...state, floors: { ...state.floors, [room]: change(floor) } } : state
}

/** Milliseconds on the turn's clock at `now` (S2). */
export const heldAt = (turn: Turn, now: number): number =>
  turn.countedMs + (turn.runningSince === null ? 0 : Math.max(0, now - turn.runningSince))

/** The clock runs while the holder may speak: not before the start, not paused, not while somebody guides, not in a silence. */
export function settleClock(floor: Floor, at: number): Floor {
  const turn = floor.turn
  if (!turn) return floor
  const runs = turn.state === 'speaking' && !turn.paused && floor.steering === null && floor.silence === null
  if (runs === (turn.runningSince !== null)) return floor
  return { ...floor, turn: { ...turn, countedMs: heldAt(turn, at), runningSince: runs ? at : null } }
}

export const isHand = (person: PersonId, kind: HandKind) => (hand: Hand) =>
  hand.person === person && hand.kind === kind

export const hasHand = (floor: Floor, person: PersonId, kind: HandKind): boolean =>
  floor.queue.some(isHand(person, kind))

/** Without this hand, raised or lowered a moment ago. */
export const withoutHand = (floor: Floor, person: PersonId, kind: HandKind): Floor => ({
  ...floor,
  queue: floor.queue.filter((hand) => !isHand(person, kind)(hand)),
  lowered: floor.lowered.filter(({ hand }) => !isHand(person, kind)(hand)),
})

/** Put a hand at this index; one that is up already stays where it is. */
export function insertHand(floor: Floor, hand: Hand, index: number): Floor {
  if (hasHand(floor, hand.person, hand.kind)) return floor
  const rest = withoutHand(floor, hand.person, hand.kind)
  return { ...rest, queue: rest.queue.toSpliced(index, 0, hand) }
}

/** F4: the old place of a lowered hand, behind whoever stood in front of it then and has not joined the back since. */
export function oldPlace(floor: Floor, hand: Hand, behind: readonly PersonId[]): number {
  const before = floor.queue.findLastIndex(
    (other) => behind.includes(other.person) && other.raisedAt <= hand.raisedAt,
  )
  return before + 1
}

/** What is left of a floor when its room closes: nobody waits or speaks there; the time held is kept (S1). */
export const closedFloor = (floor: Floor): Floor => freshFloor(floor.mode, floor.heldMs)
