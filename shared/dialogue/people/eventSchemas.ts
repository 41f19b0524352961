import * as z from 'zod'
import { flag, person, text } from '../storedParts.ts'

/** What the log keeps of coming and going. */
export const peopleSchemas = {
  PeopleAdded: z.object({ people: z.array(person) }),
  PersonJoined: z.object({ person: text, name: text }),
  PersonLeft: z.object({ person: text }),
  PhoneSet: z.object({ person: text, phone: flag }),
}
