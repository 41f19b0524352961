import * as z from 'zod'
import { id } from '../text.ts'

/** What a command about the floor names at least: the room. */
export const ofRoom = z.strictObject({ room: id })
/** And the turn it is meant for: one that comes too late touches no other (F8). */
export const ofTurn = ofRoom.extend({ turn: id })
