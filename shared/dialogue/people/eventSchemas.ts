import * as z from 'zod'
import { GROUPS, ROLES } from '../model.ts'
import { count, flag, person, text } from '../storedParts.ts'

/** What the log keeps of coming and going. */
export const peopleSchemas = {
  PeopleAdded: z.object({ people: z.array(person) }),
  PersonJoined: z.object({ person: text, name: text }),
  PersonLeft: z.object({ person: text }),
  PhoneSet: z.object({ person: text, phone: flag }),
  /** By the organiser: as they are from now on. */
  PeopleChanged: z.object({
    people: z.array(
      z.object({ person: text, name: text, role: z.enum(ROLES), group: z.nullable(z.enum(GROUPS)) }),
    ),
  }),
  PersonTakenOut: z.object({ person: text }),
  PersonTakenBack: z.object({ person: text }),
  SatBeside: z.object({ person: text, host: text }),
  BesideLeft: z.object({ person: text }),
  /** The lines before it were changed: how many, and the hash the log ended with until then. */
  PeopleErased: z.object({
    people: z.array(z.object({ person: text, word: text, out: flag })),
    lines: count,
    before: text,
  }),
}
