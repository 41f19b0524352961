import { agreementSchemas } from './agreements/eventSchemas.ts'
import { betweenSchemas } from './between/eventSchemas.ts'
import { consentSchemas } from './consent/eventSchemas.ts'
import { councilSchemas } from './council/eventSchemas.ts'
import { packageSchemas } from './council/packageEventSchemas.ts'
import { handSchemas, modeSchemas, turnSchemas } from './floor/eventSchemas.ts'
import { harvestSchemas } from './harvest/eventSchemas.ts'
import { helpSchemas } from './help/eventSchemas.ts'
import { peopleSchemas } from './people/eventSchemas.ts'
import { sessionSchemas } from './session/eventSchemas.ts'
import { moveSchemas, seatSchemas } from './split/eventSchemas.ts'
import { timeSchemas } from './time/eventSchemas.ts'

/**
 * What a line of the log must look like, event by event. Events have their types from here and browsers fold them
 * without: nothing that a browser loads may import it, save as a type.
 */
export const EVENT_SCHEMAS = {
  ...sessionSchemas,
  ...peopleSchemas,
  ...handSchemas,
  ...turnSchemas,
  ...modeSchemas,
  ...timeSchemas,
  ...seatSchemas,
  ...moveSchemas,
  ...helpSchemas,
  ...agreementSchemas,
  ...consentSchemas,
  ...harvestSchemas,
  ...councilSchemas,
  ...packageSchemas,
  ...betweenSchemas,
}
