import { COMMANDS, type Command, type CommandOf, type CommandType } from './commands.ts'
import { accept, refuse, type Context, type Decision, type RefusalCode } from './decision.ts'
import { refused, type About } from './permissions.ts'
import { openRooms } from './places.ts'
import type { SessionState } from './model.ts'

export type { Context, Decision } from './decision.ts'

/**
 * What a command does: events, or a refusal. Total and pure; asks the role first, then the phase, then the rule.
 * The server's own commands are never refused for coming late: they do nothing then.
 */
export function decide(state: SessionState, command: Command, context: Context): Decision {
  const code = allowed(state, context.actor, command)
  if (code) return refuse(code)
  if (!inTime(state, command)) return context.actor === 'system' ? accept() : refuse('wrong_phase')
  return follow(state, command, context)
}

/** May this actor give this command here? Null means yes. */
export const allowed = (state: SessionState, actor: Context['actor'], command: Command): RefusalCode | null =>
  refused(state, actor, COMMANDS[command.type].who, about(command))

const about = ({ payload }: Command): About => ({
  room: 'room' in payload ? payload.room : undefined,
  table: 'table' in payload ? payload.table : undefined,
  person: 'person' in payload ? payload.person : undefined,
})

/** The phase fits, and so does the room the command is about. */
function inTime(state: SessionState, command: Command): boolean {
  if (!COMMANDS[command.type].phases.includes(state.phase.name)) return false
  return !('room' in command.payload) || openRooms(state).includes(command.payload.room)
}

const follow = <T extends CommandType>(
  state: SessionState,
  { type, payload }: CommandOf<T>,
  context: Context,
): Decision => COMMANDS[type].rule(state, payload, context)
