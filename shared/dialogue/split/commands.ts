import { moveCommands } from './moveCommands.ts'
import { seatCommands } from './seatCommands.ts'

/** Tables, seats, and going there and back. */
export const splitCommands = { ...seatCommands, ...moveCommands }
