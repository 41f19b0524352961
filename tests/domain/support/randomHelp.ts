import { command, PARTICIPANTS } from './world.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import type { Asked } from './randomRound.ts'

/** One step on the way of a call for help: asked, taken, a talk apart, and its end. */
export function towardsHelp(state: SessionState, [a = 0, b = 0]: readonly number[]): Asked {
  const call = state.help[a % Math.max(1, state.help.length)]
  const asker = PARTICIPANTS[b % PARTICIPANTS.length] ?? 'Ans'
  if (!call) return { actor: asker, command: command('askHelp', { note: '' }) }
  const { person } = call
  if (!call.takenBy) return { actor: 'Henk', command: command('takeHelp', { person }) }
  if (!call.aside) return { actor: 'Henk', command: command('openAside', { person }) }
  if (b % 4 === 0) return { actor: a % 2 ? person : 'Henk', command: command('closeAside', { person }) }
  return { actor: person, command: command('setAside', { speaks: b % 3 > 0, screen: a % 2 === 0 }) }
}
