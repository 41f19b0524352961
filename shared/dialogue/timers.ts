import { isHere, leads, openRooms, placeOf } from './places.ts'
import { nextUp, roundIsOver } from './floor/speakingOrder.ts'
import type { Context } from './decision.ts'
import type { Command } from './commands.ts'
import type { RoomId, SessionState } from './model.ts'

/** A command of the server's own, and when to give it (server milliseconds; in the past: now). */
export interface Timer {
  at: number
  command: Command
}
export type TimerPresence = Pick<Context, 'leaderLastSeen' | 'present'>

/**
 * All the server's commands that are due or will be, from the state and who is there. Giving one that is due takes it off the list,
 * so a node that takes over finds every timer again by itself. What is due at once carries `now`.
 */
export function timers(state: SessionState, presence: TimerPresence, now = 0): Timer[] {
  const rooms = state.phase.name === 'lobby' ? [] : openRooms(state)
  return [...ofPhase(state), ...rooms.flatMap((room) => ofRoom(state, room, presence, now))]
}

function ofPhase({ phase }: SessionState): Timer[] {
  if (phase.name === 'announced') {
    return [{ at: phase.deadline, command: { type: 'startTables', payload: { version: phase.version } } }]
  }
  if (phase.name === 'recalling') {
    return [{ at: phase.deadline, command: { type: 'finishRecall', payload: { version: phase.version } } }]
  }
  return []
}

function ofRoom(state: SessionState, room: RoomId, presence: TimerPresence, now: number): Timer[] {
  const floor = state.floors[room]
  if (!floor) return []
  const found = [...ofTurn(state, room, presence, now), ...ofLeader(state, room, presence, now)]
  if (floor.silence) {
    const { until } = floor.silence
    found.push({ at: until, command: { type: 'silenceOver', payload: { room, until } } })
  }
  return found
}

/** F4 and F5. An offer does not run out during a silence or while somebody guides. */
function ofTurn(state: SessionState, room: RoomId, { present }: TimerPresence, now: number): Timer[] {
  const floor = state.floors[room]
  if (!floor?.turn) return []
  const { id, person, deadline } = floor.turn
  const payload = { room, turn: id }
  const here = isHere(state, person, present) && placeOf(state, person) === room
  if (floor.turn.state === 'speaking') {
    return here ? [] : [{ at: now, command: { type: 'speakerDropped', payload } }]
  }
  if (floor.turn.state === 'dropped') {
    if (here) return [{ at: now, command: { type: 'speakerReturned', payload } }]
    return [{ at: deadline ?? now, command: { type: 'dropExpired', payload } }]
  }
  if (floor.silence || floor.steering) return []
  return [{ at: deadline ?? now, command: { type: 'offerExpired', payload } }]
}

/** When whoever leads has been gone too long, the floor goes on by itself, if there is anything to go on with. */
function ofLeader(
  state: SessionState,
  room: RoomId,
  { present, leaderLastSeen }: TimerPresence,
  now: number,
): Timer[] {
  const floor = state.floors[room]
  const led = state.order.some((person) => present.has(person) && leads(state, person, room))
  if (!floor || led) return []
  const free = !floor.turn && !floor.silence
  const waits = roundIsOver(floor) || nextUp(state, room, { present, spokenMs: {}, now }) !== null
  if (!(free && waits) && !floor.steering) return []
  const seen = leaderLastSeen[room]
  const at = seen === undefined ? now : seen + state.settings.leaderGoneMs
  return [{ at, command: { type: 'goOn', payload: { room } } }]
}
