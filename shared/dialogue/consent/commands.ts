import { answerCommands } from './answerCommands.ts'
import { closingCommands } from './closingCommands.ts'
import { stepCommands } from './stepCommands.ts'

/** Everything that can be asked of a consent round. */
export const consentCommands = { ...stepCommands, ...answerCommands, ...closingCommands }
