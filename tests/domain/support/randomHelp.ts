import { command, PARTICIPANTS } from './world.ts'
import { placeOf } from '../../../shared/dialogue/places.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import type { Asked } from './randomRound.ts'

/** One step on the way of a call for help: asked, taken, a talk apart, and its end; or of somebody at the device of another. */
export function towardsHelp(state: SessionState, picks: readonly number[]): Asked {
  const [a = 0, b = 0] = picks.slice(1)
  return a % 3 === 0 ? towardsSharing(state, a, b) : towardsTalk(state, a, b)
}

function towardsTalk(state: SessionState, a: number, b: number): Asked {
  const call = state.help[a % Math.max(1, state.help.length)]
  const asker = PARTICIPANTS[b % PARTICIPANTS.length] ?? 'Ans'
  if (!call) return { actor: asker, command: command('askHelp', { note: '' }) }
  const { person } = call
  if (!call.takenBy) return { actor: 'Henk', command: command('takeHelp', { person }) }
  if (!call.aside) return { actor: 'Henk', command: command('openAside', { person }) }
  if (b % 5 === 1) return { actor: 'Henk', command: command('passHelp', { person, helper: 'Henk' }) }
  if (b % 4 === 0) return { actor: a % 2 ? person : 'Henk', command: command('closeAside', { person }) }
  return { actor: person, command: command('setAside', { speaks: b % 3 > 0, screen: a % 2 === 0 }) }
}

/** Loes is in on no device of her own. */
function towardsSharing(state: SessionState, a: number, b: number): Asked {
  const host = state.beside['Loes']
  const ofLoes = { person: host ?? 'Ans', guest: 'Loes' }
  if (host === undefined) return { actor: a % 2 ? 'Henk' : 'Ans', command: command('sitBeside', ofLoes) }
  if (b % 3 === 0) return { actor: host, command: command('leaveBeside', ofLoes) }
  const room = placeOf(state, host) ?? 'plenary'
  const type = b % 3 === 1 ? 'raiseBeside' : 'lowerBeside'
  return { actor: host, command: command(type, { room, person: 'Loes' }) }
}
