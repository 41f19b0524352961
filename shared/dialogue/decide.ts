import { floorRules } from './floor.ts'
import { helpRules } from './help.ts'
import { nudgeRules } from './nudges.ts'
import { correctionRules } from './correction.ts'
import { allowed } from './permissions.ts'
import { PHASES } from './phases.ts'
import { openRooms } from './places.ts'
import { planRules } from './plan.ts'
import { sessionRules } from './session.ts'
import { splitRules } from './split.ts'
import { holderRules, leaderRules, timeRules } from './turns.ts'
import { accept, refuse, type Context, type Decision, type Rules } from './decision.ts'
import type { Command, CommandType, Payload } from './commands.ts'
import type { SessionState } from './model.ts'

export type { Context, Decision } from './decision.ts'

const RULES: Rules<CommandType> = {
  ...sessionRules,
  ...floorRules,
  ...holderRules,
  ...leaderRules,
  ...timeRules,
  ...planRules,
  ...splitRules,
  ...helpRules,
  ...correctionRules,
  ...nudgeRules,
}

/**
 * What a command does: events, or a refusal. Total and pure; asks the role first, then the phase, then the rule.
 * The server's own commands are never refused for coming late: they do nothing then.
 */
export function decide(state: SessionState, command: Command, context: Context): Decision {
  const code = allowed(state, context.actor, command)
  if (code) return refuse(code)
  if (!inTime(state, command)) return context.actor === 'system' ? accept() : refuse('wrong_phase')
  return rule(state, command, context)
}

/** The phase fits, and so does the room the command is about. */
function inTime(state: SessionState, command: Command): boolean {
  if (!PHASES[command.type].includes(state.phase.name)) return false
  return !('room' in command.payload) || openRooms(state).includes(command.payload.room)
}

function rule<T extends CommandType>(
  state: SessionState,
  command: { type: T; payload: Payload<T> },
  context: Context,
): Decision {
  return RULES[command.type](state, command.payload, context)
}
