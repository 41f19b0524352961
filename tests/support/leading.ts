import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { RoomId, SessionState } from '../../shared/dialogue/model.ts'
import type { ServerFrame } from '../../shared/protocol.ts'
import { createVoice, type Voice } from '../../server/voices/voice.ts'
import type { Product } from './product.ts'
import { until } from './until.ts'

/** The organiser of the demonstration, who sees the session. */
export async function organise(product: Product, onFrame?: (frame: ServerFrame) => void): Promise<Voice> {
  const organiser = await createVoice({ link: product.links.organiser, name: 'Organisator', onFrame })
  await until('the organiser sees the session', () => organiser.state(), 20_000)
  return organiser
}

/** The session as this person sees it; throws when they do not see it yet. */
export function stateOf(who: Voice): SessionState {
  const state = who.state()
  if (!state) throw new Error(`${who.name} has no state yet`)
  return state
}

/** Sends and expects yes. */
export async function direct(who: Voice, type: CommandType, payload: unknown): Promise<void> {
  const answer = await who.send(type, payload)
  if (!answer.ok) throw new Error(`${type} was refused: ${answer.code}`)
}

/** Nobody's turn in this room, whatever an earlier try of a test has left of one. */
export async function emptyFloor(who: Voice, room: RoomId): Promise<void> {
  const turn = () => stateOf(who).floors[room]?.turn
  const left = turn()
  // it may have ended meanwhile: what counts is that nobody has it
  if (left) await who.send('endTurn', { room, turn: left.id })
  await until('nobody has the floor', () => !turn(), 20_000)
}
