import type { Audience } from './event.ts'
import { EVENTS, isDeclared, type DialogueEvent, type EventOf, type StoredType } from './events.ts'
import { picked } from './give.ts'
import type { SessionState } from './model.ts'

/** Who an event is for; nobody, when nobody declared it. */
export const audience = (event: DialogueEvent): Audience =>
  event.type !== 'Blank' && isDeclared(event.type) ? audienceOf(event) : { to: 'nobody' }

const audienceOf = <T extends StoredType>(event: EventOf<T>): Audience => EVENTS[event.type].audience(event)

/** The named fields of an event that somebody may see; what is sealed stays closed unless it is for them. */
export const given = (event: DialogueEvent, before: SessionState, isFor: IsFor): DialogueEvent =>
  event.type !== 'Blank' && isDeclared(event.type) ? givenOf(event, before, isFor) : { type: 'Blank' }

type IsFor = (whom: Audience) => boolean

function givenOf<T extends StoredType>(event: EventOf<T>, before: SessionState, isFor: IsFor): DialogueEvent {
  const { shown, sealed } = EVENTS[event.type]
  const opened = !sealed || isFor(sealed.audience(event, before))
  const seen = picked(shown, event)
  return { ...seen, ...(opened ? {} : sealed.closed), type: event.type } as DialogueEvent
}
