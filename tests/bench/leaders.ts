import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import type { ServerFrame } from '../../shared/protocol.ts'
import type { Session } from '../../shared/channel/session.ts'
import { enter } from '../../server/voices/entrance.ts'
import { sessionOf } from '../../server/voices/session.ts'
import { until } from '../support/until.ts'

export interface Leader {
  person: PersonId
  session: Session
}

/** Somebody who leads, without sound of their own. */
export async function come(
  link: string,
  frame: (frame: ServerFrame) => void = () => undefined,
): Promise<Leader> {
  const entrance = await enter(link, 'Leiding')
  const session = sessionOf(entrance, { onFrame: frame })
  await until('whoever leads sees the session', () => session.store.getState().state, 20_000)
  return { person: entrance.person, session }
}

export function stateOf({ session }: Leader): SessionState {
  const { state } = session.store.getState()
  if (!state) throw new Error('whoever leads has no state')
  return state
}

export async function say({ session }: Leader, type: CommandType, payload: unknown): Promise<void> {
  const answer = await session.send(type, payload)
  if (!answer.ok) throw new Error(`${type} was refused: ${answer.code}`)
}
