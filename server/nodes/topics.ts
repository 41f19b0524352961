import { z } from 'zod'
import type { Topic } from '../bus/bus.ts'
import { deviceStatus } from '../../shared/protocol.ts'

const id = z.string()
const at = z.number()

/** The session's log goes as far as this. */
export const APPENDED: Topic<{ session: string; seq: number }> = {
  name: 'appended',
  schema: z.object({ session: id, seq: z.number() }),
}

/** Nobody leads this session any more: whoever has it open may take the lead at once. */
export const LEAD_FREE: Topic<{ session: string }> = {
  name: 'lead free',
  schema: z.object({ session: id }),
}

const presence = z.object({
  person: id,
  state: z.enum(['here', 'away']),
  since: at,
  status: deviceStatus.nullable(),
})

/** Who is there at the node that says so: all of them. */
export const PRESENT: Topic<{ session: string; version: number; people: z.output<typeof presence>[] }> = {
  name: 'present',
  schema: z.object({ session: id, version: z.number(), people: z.array(presence) }),
}

/** This session has been opened here: who knows what is of the moment tells it again. */
export const OPENED: Topic<{ session: string }> = {
  name: 'opened',
  schema: z.object({ session: id }),
}

/** Something told of this session was missed here: whoever leads it tells again what is so now, the others what was typed by them. */
export const MISSED: Topic<{ session: string }> = {
  name: 'missed',
  schema: z.object({ session: id }),
}

/** `out`: everybody out of this dialogue, and nobody in until `back`, for what is stored of it is being changed. */
export const RENEWED: Topic<{ dialogue: string; what: 'out' | 'back'; code: number }> = {
  name: 'renewed',
  schema: z.object({ dialogue: id, what: z.enum(['out', 'back']), code: z.number() }),
}

/** Does the device with this claim still answer? */
export const ASKED: Topic<{ claim: string }> = { name: 'asked', schema: z.object({ claim: id }) }
/** It does. */
export const STAYS: Topic<{ claim: string }> = { name: 'stays', schema: z.object({ claim: id }) }
/** This is the person's one device from now on. */
export const CLAIMED: Topic<{ person: string; claim: string }> = {
  name: 'claimed',
  schema: z.object({ person: id, claim: id }),
}

/** Whoever is in as this person with a login that no longer stands has to go. */
export const SIGNED_OUT: Topic<{ person: string; code: number }> = {
  name: 'signed out',
  schema: z.object({ person: id, code: z.number() }),
}
