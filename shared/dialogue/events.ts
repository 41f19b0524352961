import type * as z from 'zod'
import { agreementEvents } from './agreements/events.ts'
import { betweenEvents } from './between/events.ts'
import { consentEvents } from './consent/events.ts'
import { councilEvents } from './council/events.ts'
import { packageEvents } from './council/packageEvents.ts'
import type { EventDeclarations } from './event.ts'
import type { EVENT_SCHEMAS } from './eventSchemas.ts'
import { floorEvents } from './floor/events.ts'
import { harvestEvents } from './harvest/events.ts'
import { helpEvents } from './help/events.ts'
import type { Recorded } from './model.ts'
import { peopleEvents } from './people/events.ts'
import { sessionEvents } from './session/events.ts'
import { splitEvents } from './split/events.ts'
import { timeEvents } from './time/events.ts'

/** What happened, in the past tense; each feature declares its own. `actor` is on the log's row, not in the event. */
export const EVENTS: EventDeclarations<typeof EVENT_SCHEMAS> = {
  ...sessionEvents,
  ...peopleEvents,
  ...floorEvents,
  ...timeEvents,
  ...splitEvents,
  ...helpEvents,
  ...agreementEvents,
  ...consentEvents,
  ...harvestEvents,
  ...councilEvents,
  ...packageEvents,
  ...betweenEvents,
}

/** The events that stand in the log. */
export type StoredType = keyof typeof EVENT_SCHEMAS
export type EventOf<T extends StoredType> = { type: T } & z.output<(typeof EVENT_SCHEMAS)[T]>
export type DialogueEvent =
  | { [T in StoredType]: EventOf<T> }[StoredType]
  /** What a viewer gets in place of an event that is not theirs: it keeps the numbers without a gap. */
  | { type: 'Blank' }
export type RecordedEvent = Recorded<DialogueEvent>

/** An event nobody declared changes nothing and goes to nobody. */
export const isDeclared = (type: string): type is StoredType => Object.hasOwn(EVENTS, type)
