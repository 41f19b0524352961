import * as z from 'zod'
import type { Context, Decision } from './decision.ts'
import type { Phase, SessionState } from './model.ts'
import type { Who } from './permissions.ts'

/** All there is to say of one command. Unknown keys are refused; `room` is 'plenary' or a table's id; durations are milliseconds. */
export interface CommandDeclaration<S extends z.ZodObject> {
  /** Who may give it, and where; asked first. */
  who: Who
  /** When it can be given; asked next. */
  phases: readonly Phase['name'][]
  schema: S
  /** What it does; it may trust that the role and the phase are right. */
  rule(state: SessionState, payload: z.output<S>, context: Context): Decision
}

export const command = <S extends z.ZodObject>(declared: CommandDeclaration<S>): CommandDeclaration<S> =>
  declared

/** A whole set of declarations, whatever their schemas. */
export type CommandDeclarations = Readonly<Record<string, { schema: z.ZodObject }>>

export const duration = z
  .number()
  .int()
  .min(1_000)
  .max(4 * 3_600_000)
