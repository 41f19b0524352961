import { z } from 'zod'
import type { Topic } from '../bus/bus.ts'
import type { Present } from './elsewhere.ts'

/** What nodes tell one another about texts; each is a hint, and a node that missed one finds out by looking. */

const number = z.int().nonnegative()

const present: z.ZodType<Present> = z.object({
  client: number,
  person: z.string(),
  state: z.record(z.string(), z.unknown()),
})

/** So far is this text stored now. */
export const STORED = {
  name: 'text.stored',
  schema: z.object({ table: z.string(), epoch: number, seq: number, holds: number }),
} satisfies Topic<unknown>

/** Everybody this node has in this text; said again and again as long as there is anybody. */
export const PRESENT = {
  name: 'text.present',
  schema: z.object({ table: z.string(), turn: number, people: z.array(present) }),
} satisfies Topic<unknown>

/** What is in memory of this dialogue's texts is worth nothing any more. */
export const FORGOTTEN = {
  name: 'text.forgotten',
  schema: z.object({ dialogue: z.string(), code: number }),
} satisfies Topic<unknown>
