import { GROUPS, ROLES, type Clock, type Person, type SessionState } from './model.ts'
import { tidyFloors, stopTurn } from './flow.ts'
import { lateForRound } from './floor.ts'
import { cleanName, distinctName } from './names.ts'
import { placeOf } from './places.ts'
import { accept, inSteps, refuse, type Rules } from './decision.ts'
import type { Payload } from './commands.ts'
import type { DialogueEvent } from './events.ts'

/** Coming and going, the session's beginning and end, the clock everybody sees. */
export const sessionRules: Rules<
  | 'join'
  | 'leave'
  | 'setDialogue'
  | 'addPeople'
  | 'openPlenary'
  | 'endSession'
  | 'announce'
  | 'setClock'
  | 'extendClock'
  | 'stopClock'
  | 'runClock'
  | 'startItem'
  | 'setPhone'
> = {
  join: (state, { name }, { actor, now }) => {
    const person = state.people[actor]
    if (!person) return refuse('no_such_person')
    const wanted = shownName(state, person, name ?? person.name)
    if (person.joined && !person.left && wanted === person.name) return accept()
    return accept(
      ...inSteps(
        state,
        now,
        () => [{ type: 'PersonJoined', person: actor, name: wanted }],
        (next) => lateForRound(next, placeOf(next, actor) ?? 'plenary', actor),
      ),
    )
  },

  leave: (state, _payload, context) => {
    const person = context.actor
    if (state.people[person]?.left) return accept()
    const called = state.help.some((call) => call.person === person)
    const closing: DialogueEvent[] = called ? [{ type: 'HelpClosed', person }] : []
    return accept(
      ...inSteps(
        state,
        context.now,
        () => [...closing, { type: 'PersonLeft', person }],
        (next) => tidyFloors(next, context),
      ),
    )
  },

  setDialogue: (state, { title, startsAt }) =>
    state.dialogue.title === title && state.startsAt === startsAt
      ? accept()
      : accept({ type: 'DialogueSet', title, startsAt }),

  addPeople: (state, { people }) => {
    const added: Person[] = []
    for (const entry of people) {
      const person = newPerson(state, entry, added)
      if (person) added.push(person)
    }
    if (added.length === 0) return accept()
    return accept({ type: 'PeopleAdded', people: added }, ...facilitatorsFor(state, added))
  },

  openPlenary: () => accept({ type: 'PlenaryOpened' }),

  endSession: (state, _payload, { now }) => {
    const rooms = Object.keys(state.floors)
    const stops = rooms.map((room) => (next: SessionState) => stopTurn(next, room, now))
    return accept(...inSteps(state, now, ...stops, () => [{ type: 'SessionEnded' }]))
  },

  announce: (_state, { text }) => accept({ type: 'Announced', text }),

  setClock: (_state, { ms }, { now }) => clock({ endsAt: now + ms, leftMs: ms, totalMs: ms }),

  extendClock: (state, { ms }, { now }) => {
    const { endsAt, leftMs, totalMs } = state.clock ?? { endsAt: now, leftMs: 0, totalMs: 0 }
    if (endsAt === null) return clock({ endsAt, leftMs: leftMs + ms, totalMs: totalMs + ms })
    const left = Math.max(endsAt, now) + ms - now
    return clock({ endsAt: now + left, leftMs: left, totalMs: totalMs + ms })
  },

  stopClock: (state, _payload, { now }) => {
    const { endsAt, totalMs } = state.clock ?? {}
    if (endsAt === undefined || endsAt === null || totalMs === undefined) return accept()
    return clock({ endsAt: null, leftMs: Math.max(0, endsAt - now), totalMs })
  },

  runClock: (state, _payload, { now }) => {
    if (!state.clock || state.clock.endsAt !== null) return accept()
    return clock({ ...state.clock, endsAt: now + state.clock.leftMs })
  },

  startItem: ({ agenda }, { title }) =>
    agenda.at(-1)?.title === title ? accept() : accept({ type: 'ItemStarted', title }),

  setPhone: (state, { person, phone }, { now }) => {
    const found = state.people[person]
    if (found?.role !== 'participant') return refuse('no_such_person')
    if (found.phone === phone) return accept()
    return accept(
      ...inSteps(
        state,
        now,
        () => [{ type: 'PhoneSet', person, phone }],
        (next) => lateForRound(next, placeOf(next, person) ?? 'plenary', person),
      ),
    )
  },
}

const clock = (value: Clock) => accept({ type: 'ClockSet', clock: value })

/** The cleaned name; the one on the list when nothing usable was typed; a number behind it when it is taken. */
function shownName(state: SessionState, person: Person, typed: string): string {
  const clean = cleanName(typed)
  if (clean === '' || clean === person.name) return person.name
  const others = state.order.filter((id) => id !== person.id).map((id) => state.people[id]?.name ?? '')
  return distinctName(clean, others)
}

type Entry = Payload<'addPeople'>['people'][number]

function newPerson(state: SessionState, entry: Entry, added: readonly Person[]): Person | null {
  const role = ROLES.find((known) => known === entry.role)
  const name = cleanName(entry.name)
  if (!role || name === '' || state.people[entry.id] || added.some(({ id }) => id === entry.id)) return null
  const taken = [...Object.values(state.people), ...added].map((person) => person.name)
  return {
    id: entry.id,
    name: distinctName(name, taken),
    role,
    group: GROUPS.find((known) => known === entry.group) ?? null,
    detail: entry.detail,
    joined: false,
    left: false,
    phone: false,
  }
}

/** Facilitators who are added before the beginning get the tables that have none yet. */
function facilitatorsFor(state: SessionState, added: readonly Person[]): DialogueEvent[] {
  if (state.phase.name !== 'lobby') return []
  const bare = state.tableOrder.filter((table) => state.tables[table]?.facilitators.length === 0)
  const fresh = added.filter((person) => person.role === 'facilitator')
  return bare.flatMap((table, index): DialogueEvent[] => {
    const person = fresh[index % Math.max(1, fresh.length)]
    return person ? [{ type: 'FacilitatorsAssigned', table, facilitators: [person.id] }] : []
  })
}
