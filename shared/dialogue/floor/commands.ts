import { handCommands } from './handCommands.ts'
import { holderCommands } from './holderCommands.ts'
import { leaderCommands } from './leaderCommands.ts'
import { modeCommands } from './modeCommands.ts'
import { ownCommands } from './ownCommands.ts'

/** Everything that can be asked of the floor of a room. */
export const floorCommands = {
  ...handCommands,
  ...modeCommands,
  ...holderCommands,
  ...leaderCommands,
  ...ownCommands,
}
