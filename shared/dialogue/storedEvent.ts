import * as z from 'zod'
import { EVENT_SCHEMAS } from './eventSchemas.ts'
import { isDeclared, type DialogueEvent } from './events.ts'

/**
 * How an event stands in the log: with the version of its form. A line that was ever written is read for ever: each
 * new form comes with a step from the one before it, and no step is ever taken away.
 */
export const EVENT_VERSION = 1

type Json = Readonly<Record<string, unknown>>
/** Step `n` makes of a line in form `n` one in form `n + 1`. */
export type Steps = Readonly<Record<number, (line: Json) => Json>>
const STEPS: Steps = {}

/** The log holds a line that this release cannot read: it was altered, or written by a newer release. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent'
}

export const toStored = (event: DialogueEvent): Json => ({ v: EVENT_VERSION, ...event })

const line = z.looseObject({ type: z.string(), v: z.number().int().min(1).default(1) })

/** Lines from before there were versions are in form 1. Throws `UnreadableEvent`. */
export function fromStored(stored: unknown, steps: Steps = STEPS, version = EVENT_VERSION): DialogueEvent {
  const read = line.safeParse(stored)
  if (!read.success) throw new UnreadableEvent('a line of the log that is no event')
  const { v, ...first } = read.data
  if (v > version) throw new UnreadableEvent(`a line of the log in form ${v}, of a newer release`)
  let now: Json = first
  for (let form = v; form < version; form++) now = steps[form]?.(now) ?? now
  const type = String(now['type'])
  const schema = isDeclared(type) ? EVENT_SCHEMAS[type] : null
  const body = schema?.safeParse(now)
  if (!body?.success) throw new UnreadableEvent(`a line of the log that is no ${type}`)
  return { type, ...body.data } as DialogueEvent
}
