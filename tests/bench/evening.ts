import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import { ownTables, placeOf } from '../../shared/dialogue/places.ts'
import { command, give, lobby, pass, PARTICIPANTS, PEOPLE } from '../domain/support/world.ts'

const EVENTS = 1_000
const LEADERS = ['Femke', 'Frank']
const TURN_MS = 40_000

/** The log of an evening of sixteen people: plenary, four tables where everybody speaks in turn until there are so many events, and the end. */
export function evening({ events = EVENTS } = {}): RecordedEvent[] {
  let world = lobby()
  const does = (actor: string, type: CommandType, payload: object = {}) => {
    world = give(world, actor, command(type, payload)).world
  }
  for (const { id } of PEOPLE) does(id, 'join')
  does('Olga', 'openPlenary')
  does('Olga', 'spreadEvenly')
  does('Olga', 'announceSplit', { ms: 30_000 })
  world = pass(world, 30_000)
  for (const leader of LEADERS) {
    for (const room of ownTables(world.state, leader)) does(leader, 'setMode', { room, mode: 'firstCome' })
  }
  while (world.state.seq < events) {
    for (const person of PARTICIPANTS) does(person, 'raiseHand', { room: placeOf(world.state, person) })
    for (const leader of LEADERS) {
      for (const room of ownTables(world.state, leader)) {
        does(leader, 'attendTable', { table: room })
        while ((world.state.floors[room]?.queue.length ?? 0) > 0) {
          does(leader, 'nextTurn', { room })
          const turn = world.state.floors[room]?.turn
          if (!turn) break
          does(turn.person, 'startTurn', { room, turn: turn.id })
          world = pass(world, TURN_MS)
          does(turn.person, 'endTurn', { room, turn: turn.id })
        }
      }
    }
  }
  does('Olga', 'endSession')
  if (world.state.phase.name !== 'ended') throw new Error('the evening did not end')
  return world.log
}
