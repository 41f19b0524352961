import { seatEvents } from './seatEvents.ts'
import { moveEvents } from './moveEvents.ts'

/** Tables, seats, and going there and back. */
export const splitEvents = { ...seatEvents, ...moveEvents }
