import { handEvents } from './handEvents.ts'
import { modeEvents } from './modeEvents.ts'
import { turnEvents } from './turnEvents.ts'

/** Everything that happens to the floor of a room. */
export const floorEvents = { ...handEvents, ...turnEvents, ...modeEvents }
