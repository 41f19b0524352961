import * as z from 'zod'
import {
  agendaPart,
  agreement,
  council,
  flag,
  merge,
  ms,
  nothing,
  objections,
  person,
  promise,
  proposal,
  seating,
  settings,
  table,
  text,
} from '../storedParts.ts'

/** What the log keeps of a session as a whole. */
export const sessionSchemas = {
  SessionCreated: z.object({
    session: text,
    dialogue: z.object({ id: text, title: text, promise: z.nullable(text) }),
    startsAt: z.nullable(ms),
    settings,
    people: z.array(person),
    tables: z.array(table),
    /** Of earlier sessions of the same dialogue (T7). */
    seatings: z.optional(z.array(seating)),
    /** As the session before left them. */
    agreements: z.optional(z.array(agreement)),
    merges: z.optional(z.array(merge)),
    council: z.optional(council),
    proposal: z.optional(proposal),
    named: z.optional(z.array(text)),
    /** Without it only who said yes has said anything. */
    namesSaid: z.optional(z.array(text)),
    namesAsked: z.optional(z.nullable(ms)),
    objections: z.optional(objections),
    /** T6: what everybody could read they can still read. */
    shared: z.optional(flag),
    /** Who cannot come in any more. */
    erased: z.optional(z.array(text)),
    takenOut: z.optional(z.array(text)),
    /** What was planned and is still to come. */
    programme: z.optional(z.array(agendaPart)),
    /** Without them the dialogue's promise is as old as this line. */
    promises: z.optional(z.array(promise)),
  }),
  DialogueSet: z.object({ title: text, startsAt: z.nullable(ms) }),
  PlenaryOpened: nothing,
  SessionEnded: nothing,
  ItemStarted: z.object({ title: text, part: z.optional(text) }),
  AgendaPlanned: z.object({ parts: z.array(agendaPart) }),
  PromiseMade: z.object({ text }),
  Announced: z.object({ text }),
  ClockSet: z.object({ clock: z.object({ endsAt: z.nullable(ms), leftMs: ms, totalMs: ms }) }),
}
