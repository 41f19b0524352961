import type * as z from 'zod'
import { agreementCommands } from './agreements/commands.ts'
import { betweenCommands } from './between/commands.ts'
import type { CommandDeclaration, CommandDeclarations } from './command.ts'
import { consentCommands } from './consent/commands.ts'
import { councilCommands } from './council/commands.ts'
import { packageCommands } from './council/packageCommands.ts'
import { floorCommands } from './floor/commands.ts'
import { harvestCommands } from './harvest/commands.ts'
import { helpCommands } from './help/commands.ts'
import { besideCommands } from './people/besideCommands.ts'
import { peopleCommands } from './people/commands.ts'
import { listCommands } from './people/listCommands.ts'
import { sessionCommands } from './session/commands.ts'
import { splitCommands } from './split/commands.ts'
import { timeCommands } from './time/commands.ts'

/** Every command there is; each feature declares its own. The tests hold them against "Who may do what" of the method. */
const declared = {
  ...sessionCommands,
  ...peopleCommands,
  ...listCommands,
  ...besideCommands,
  ...floorCommands,
  ...timeCommands,
  ...splitCommands,
  ...helpCommands,
  ...agreementCommands,
  ...consentCommands,
  ...harvestCommands,
  ...councilCommands,
  ...packageCommands,
  ...betweenCommands,
} satisfies CommandDeclarations

type Schemas = { [T in keyof typeof declared]: (typeof declared)[T]['schema'] }
export type CommandType = keyof Schemas
export const COMMANDS: { readonly [T in CommandType]: CommandDeclaration<Schemas[T]> } = declared

export type Payload<T extends CommandType> = z.output<Schemas[T]>
export type CommandOf<T extends CommandType> = { type: T; payload: Payload<T> }
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType]
