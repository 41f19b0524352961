import {
  GOVERNMENT_ROLES,
  type AgendaPart,
  type DialogueId,
  type Person,
  type SessionId,
  type SessionState,
  type Table,
  type TableId,
} from '../model.ts'
import { mayComeIn } from '../people/list.ts'
import { isShared, seatings } from '../places.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings.ts'
import type { DialogueEvent } from '../events.ts'
import { stillToCome } from './agenda.ts'

export interface NewSession {
  session: SessionId
  dialogue: DialogueId
  title: string
  /** The council's promise to adopt the outcome unchanged, in its own words. */
  promise: string | null
  startsAt: number | null
  people: Omit<Person, 'joined' | 'left' | 'phone'>[]
  tables: readonly Pick<Table, 'id' | 'number' | 'role'>[]
  settings?: Partial<Settings>
  programme?: AgendaPart[]
}

/** One table per id; the four government roles in turn. */
export const roleTables = (ids: readonly TableId[]): NewSession['tables'] =>
  ids.map((id, index) => ({
    id,
    number: index + 1,
    role: GOVERNMENT_ROLES[index % GOVERNMENT_ROLES.length] ?? 'lawful',
  }))

/** The first event of a session: its people and its tables, with the facilitators spread over them. */
export function createSession(input: NewSession): DialogueEvent {
  const facilitators = input.people.filter((person) => person.role === 'facilitator')
  return {
    type: 'SessionCreated',
    session: input.session,
    dialogue: { id: input.dialogue, title: input.title, promise: input.promise },
    startsAt: input.startsAt,
    settings: { ...DEFAULT_SETTINGS, ...input.settings },
    people: input.people.map(({ id, name, role, group, detail }) => {
      return { id, name, role, group, detail, joined: false, left: false, phone: false }
    }),
    tables: input.tables.map(({ id, number, role }, index): Table => {
      const facilitator = facilitators[index % Math.max(1, facilitators.length)]
      return { id, number, role, facilitators: facilitator ? [facilitator.id] : [] }
    }),
    programme: input.programme ?? [],
  }
}

/**
 * The first event of a further session of the same dialogue: people, tables, seatings, agreements with who objected to them, their set,
 * what the council did with it and the package for it, what was promised and what is still to come, as the one before left them.
 */
export function continueSession(
  before: SessionState,
  { session, startsAt }: { session: SessionId; startsAt: number | null },
): DialogueEvent {
  const people = before.order.map((id) => before.people[id]).filter((person) => person !== undefined)
  const tables = before.tableOrder.map((id) => before.tables[id]).filter((table) => table !== undefined)
  return {
    type: 'SessionCreated',
    session,
    dialogue: before.dialogue,
    startsAt,
    settings: before.settings,
    people: people.map((person) => ({
      ...person,
      joined: false,
      left: !mayComeIn(before, person.id),
      phone: false,
    })),
    tables,
    seatings: seatings(before),
    agreements: Object.values(before.agreements),
    merges: before.harvest.merges,
    council: before.council,
    proposal: before.proposal,
    named: before.named,
    namesSaid: before.namesSaid,
    namesAsked: before.namesAsked,
    objections: before.objections,
    shared: isShared(before),
    erased: before.erased,
    takenOut: before.takenOut,
    programme: stillToCome(before),
    promises: before.promises,
  }
}
