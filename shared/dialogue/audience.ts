import type { Audience } from './event.ts'
import { EVENTS, isDeclared, type DialogueEvent, type EventOf, type StoredType } from './events.ts'
import { picked } from './give.ts'
import type { PersonId, SessionState } from './model.ts'

/** Who an event is for; nobody, when nobody declared it. */
export const audience = (event: DialogueEvent): Audience =>
  event.type !== 'Blank' && isDeclared(event.type) ? audienceOf(event) : { to: 'nobody' }

const audienceOf = <T extends StoredType>(event: EventOf<T>): Audience => EVENTS[event.type].audience(event)

/** The named fields of an event that somebody may see; what is sealed stays closed unless it is for them. */
export const given = (event: DialogueEvent, before: SessionState, viewer: Viewer): DialogueEvent =>
  event.type !== 'Blank' && isDeclared(event.type) ? givenOf(event, before, viewer) : { type: 'Blank' }

export interface Viewer {
  isFor(whom: Audience): boolean
  /** As many people, named as far as this viewer knows them. */
  named(people: readonly PersonId[]): PersonId[]
}

function givenOf<T extends StoredType>(
  event: EventOf<T>,
  before: SessionState,
  { isFor, named }: Viewer,
): DialogueEvent {
  const { shown, sealed, namedAtTable = [] } = EVENTS[event.type]
  const opened = !sealed || isFor(sealed.audience(event, before))
  const seen = picked(shown, event)
  const names = namedAtTable.map((key) => [key, named(seen[key] as PersonId[])])
  return {
    ...seen,
    ...(opened ? {} : sealed.closed),
    ...Object.fromEntries(names),
    type: event.type,
  } as DialogueEvent
}
