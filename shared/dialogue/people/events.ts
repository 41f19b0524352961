import { toAll, toOrganiser, type EventDeclarations } from '../event.ts'
import { each, fields, plain } from '../give.ts'
import type { Person, PersonId, SeatingPlan, SessionState } from '../model.ts'
import * as shown from '../shown.ts'
import type { Erased } from './erasing.ts'
import type { peopleSchemas } from './eventSchemas.ts'
import type { PersonChange } from './list.ts'

/** Coming and going. */
export const peopleEvents: EventDeclarations<typeof peopleSchemas> = {
  PeopleAdded: {
    audience: toAll,
    shown: { people: each(shown.person) },
    apply: (state, { people }) => withPeople(state, people),
  },

  PersonJoined: {
    audience: toAll,
    shown: { person: plain, name: plain },
    apply: (state, { person: id, name }) =>
      onPerson(apart(state, id), id, { name, joined: true, left: false }),
  },

  PersonLeft: {
    audience: toAll,
    shown: { person: plain },
    apply: (state, { person: id }) => onPerson(apart(state, id), id, { left: true }),
  },

  // who sits at somebody's device is in, though they never opened their link
  SatBeside: {
    audience: toAll,
    shown: { person: plain, host: plain },
    apply: (state, { person: id, host }) =>
      onPerson({ ...state, beside: { ...state.beside, [id]: host } }, id, { joined: true, left: false }),
  },

  BesideLeft: {
    audience: toAll,
    shown: { person: plain },
    apply: (state, { person: id }) => apart(state, id),
  },

  // somebody on the telephone is in, though they never opened their link
  PhoneSet: {
    audience: toAll,
    shown: { person: plain, phone: plain },
    apply: (state, { person: id, phone }) =>
      onPerson(phone ? apart(state, id) : state, id, { phone, ...(phone && { joined: true, left: false }) }),
  },

  PeopleChanged: {
    audience: toAll,
    shown: {
      people: each(fields<PersonChange>({ person: plain, name: plain, role: plain, group: plain })),
    },
    apply: (state, { people }) => people.reduce(changed, state),
  },

  // that somebody has left is told to all by its own event
  PersonTakenOut: {
    audience: toOrganiser,
    shown: { person: plain },
    apply: (state, { person: id }) => ({ ...state, takenOut: [...state.takenOut, id] }),
  },

  PersonTakenBack: {
    audience: toAll,
    shown: { person: plain },
    apply: (state, { person: id }) =>
      onPerson({ ...state, takenOut: state.takenOut.filter((one) => one !== id) }, id, { left: false }),
  },

  // the lines before it have lost the names: nobody can go on from what they had, and everybody begins with a snapshot
  PeopleErased: {
    audience: () => ({ to: 'nobody' }),
    shown: {
      people: each(fields<ErasedPerson>({ person: plain, word: plain, out: plain })),
      lines: plain,
      before: plain,
    },
    apply: (state, { people }) => shutOut(state, people),
  },
}

/** `out`: they cannot come in any more. */
interface ErasedPerson extends Pick<Erased, 'person' | 'word'> {
  out: boolean
}

/** Whoever is something else from now on has no seat and no table of what they were. */
function changed(state: SessionState, { person: id, name, role, group }: PersonChange): SessionState {
  const next = onPerson(state, id, { name, role, group })
  if (!state.people[id] || state.people[id].role === role) return next
  const tables = Object.entries(next.tables).map(([table, one]) => {
    const facilitators = one.facilitators.filter((other) => other !== id)
    return [table, facilitators.length === one.facilitators.length ? one : { ...one, facilitators }] as const
  })
  const seated = role === 'participant' || role === 'interpreter'
  return {
    ...onPerson(next, id, { phone: false }),
    tables: Object.fromEntries(tables),
    ...(!seated && {
      plan: next.plan && withoutSeat(next.plan, id),
      seating: next.seating && withoutSeat(next.seating, id),
    }),
  }
}

const withoutSeat = (plan: SeatingPlan, id: PersonId): SeatingPlan => ({
  ...plan,
  seats: Object.fromEntries(Object.entries(plan.seats).filter(([person]) => person !== id)),
  pinned: plan.pinned.filter((person) => person !== id),
})

/** At no device of somebody else any more. */
function apart(state: SessionState, id: PersonId): SessionState {
  if (state.beside[id] === undefined) return state
  const { [id]: _host, ...beside } = state.beside
  return { ...state, beside }
}

function shutOut(state: SessionState, people: readonly ErasedPerson[]): SessionState {
  const gone = people.filter(({ out }) => out).map(({ person }) => person)
  const fresh = gone.filter((person) => !state.erased.includes(person))
  return gone.reduce((next, person) => onPerson(next, person, { left: true, phone: false }), {
    ...state,
    erased: [...state.erased, ...fresh],
    // there is nobody to take back any more
    takenOut: state.takenOut.filter((one) => people.every(({ person }) => person !== one)),
    beside: Object.fromEntries(
      Object.entries(state.beside).filter((pair) => pair.every((one) => !gone.includes(one))),
    ),
    // who has no name any more has none to print
    named: state.named.filter((one) => people.every(({ person }) => person !== one)),
    namesSaid: state.namesSaid.filter((one) => people.every(({ person }) => person !== one)),
    erasures: state.erasures + 1,
  })
}

/** These people too; whoever is there already stays as they are. */
export function withPeople(state: SessionState, people: readonly Person[]): SessionState {
  const fresh = people.filter(({ id }) => !state.people[id])
  return {
    ...state,
    people: { ...state.people, ...Object.fromEntries(fresh.map((one) => [one.id, one])) },
    order: [...state.order, ...fresh.map(({ id }) => id)],
  }
}

function onPerson(state: SessionState, id: PersonId, news: Partial<Person>): SessionState {
  const found = state.people[id]
  return found ? { ...state, people: { ...state.people, [id]: { ...found, ...news } } } : state
}
