import type * as z from 'zod'
import type { Fields } from './give.ts'
import type { PersonId, RoomId, SessionState, TableId } from './model.ts'

/**
 * Who an event is for. `room`: everybody in it and whoever leads it, and the organiser. `time`: the person, and who may know their time.
 * `text`: whoever may read the table's agreements. `set`: whoever may read those of all tables, outside the tables.
 * `package`: who makes the council's package: the organiser, and the clerk once the set lies there. `own`: the person, and the organiser.
 * `objection`: the person, whoever sits at or leads these tables, and the organiser.
 * `council`: the organiser, and everybody once the decision is published. `help`: the asker, helpers, the organiser, the asker's facilitators.
 */
export type Audience =
  | { to: 'nobody' }
  | { to: 'all' }
  | { to: 'room'; room: RoomId }
  | { to: 'desk'; room: RoomId }
  | { to: 'organiser' }
  | { to: 'person'; person: PersonId }
  | { to: 'time'; room: RoomId; person: PersonId }
  | { to: 'text'; table: TableId }
  | { to: 'set' }
  | { to: 'council' }
  | { to: 'package' }
  | { to: 'own'; person: PersonId }
  | { to: 'objection'; tables: TableId[]; person: PersonId }
  | { to: 'help'; person: PersonId }

/** All there is to say of one event: what it changes, who it is for, and what of it they get. */
export interface EventDeclaration<Body extends object> {
  /** Total and pure: the same on the server and, over what a viewer may see, in every browser. `at`: server milliseconds. */
  apply(state: SessionState, event: Body, at: number): SessionState
  audience(event: Body): Audience
  shown: Fields<Body>
  sealed?: Sealed<Body>
  /** Lists of people who are named at their own table only; others get as many without a name. */
  namedAtTable?: readonly PeopleIn<Body>[]
}

type PeopleIn<Body> = { [K in keyof Body]-?: Body[K] extends PersonId[] ? K : never }[keyof Body]

/** What not everybody the event is for may read of it. */
export interface Sealed<Body> {
  /** Who does read it; `before`: the state in which it happened. */
  audience(event: Body, before: SessionState): Audience
  /** What stands in its place for all the others. */
  closed: Partial<Body>
}

/** One declaration for every event that has a place in the log; their types are those of its lines. */
export type EventDeclarations<Schemas extends Record<string, z.ZodType<object>>> = {
  readonly [T in keyof Schemas]: EventDeclaration<z.output<Schemas[T]>>
}

export const toAll = (): Audience => ({ to: 'all' })
export const toSet = (): Audience => ({ to: 'set' })
export const toCouncil = (): Audience => ({ to: 'council' })
export const toPackage = (): Audience => ({ to: 'package' })
export const toOrganiser = (): Audience => ({ to: 'organiser' })
