import { emptySession } from './emptySession.ts'
import { EVENTS, isDeclared, type EventOf, type RecordedEvent, type StoredType } from './events.ts'
import type { SessionState } from './model.ts'

/** Fold one line of the log. Total and pure: the same on the server and, over what a viewer may see, in every browser. */
export const apply = (state: SessionState, { seq, at, event }: RecordedEvent): SessionState => ({
  ...(event.type === 'Blank' ? state : change(state, event, at)),
  seq,
})

/** The state after these lines, from the beginning. */
export const replay = (events: readonly RecordedEvent[]): SessionState => events.reduce(apply, emptySession)

const change = <T extends StoredType>(state: SessionState, event: EventOf<T>, at: number): SessionState =>
  isDeclared(event.type) ? EVENTS[event.type].apply(state, event, at) : state
