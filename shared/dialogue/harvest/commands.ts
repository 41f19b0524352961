import { mergeCommands } from './mergeCommands.ts'
import { setCommands } from './setCommands.ts'

/** Everything that can be asked of the harvest. */
export const harvestCommands = { ...setCommands, ...mergeCommands }
