import * as z from 'zod'
import { asideOf } from '../aside.ts'
import { command } from '../command.ts'
import { accept, inSteps, refuse } from '../decision.ts'
import type { DialogueEvent } from '../events.ts'
import { tidyFloors } from '../floor/goingOn.ts'
import { lateForRound } from '../floor/rounds.ts'
import { GROUPS, ROLES, type Person, type SessionState } from '../model.ts'
import { everybody, system } from '../permissions.ts'
import { always, before } from '../phases.ts'
import { placeOf } from '../places.ts'
import { anyLine, id } from '../text.ts'
import { mayComeIn } from './list.ts'
import { cleanName, distinctName } from './names.ts'
import { phoneSetting } from './phone.ts'

const entry = z.strictObject({
  id,
  name: anyLine(200),
  role: id,
  group: id.nullable(),
  detail: anyLine(200).nullable(),
})
type Entry = z.output<typeof entry>

/** Who takes part, coming and going (F2). */
export const peopleCommands = {
  join: command({
    who: everybody,
    phases: before,
    schema: z.strictObject({ name: anyLine(200).optional() }),
    rule: (state, { name }, { actor, now }) => {
      const person = state.people[actor]
      if (!person || !mayComeIn(state, actor)) return refuse('no_such_person')
      const wanted = shownName(state, person, name ?? person.name)
      const inAlready = person.joined && !person.left && state.beside[actor] === undefined
      if (inAlready && wanted === person.name) return accept()
      return accept(
        ...inSteps(
          state,
          now,
          () => [{ type: 'PersonJoined', person: actor, name: wanted }],
          (next) => lateForRound(next, placeOf(next, actor) ?? 'plenary', actor),
        ),
      )
    },
  }),

  leave: command({
    who: everybody,
    phases: always,
    schema: z.strictObject({}),
    rule: (state, _payload, context) => {
      const person = context.actor
      if (state.people[person]?.left) return accept()
      const called = state.help.some((call) => call.person === person)
      const closing: DialogueEvent[] = called ? [{ type: 'HelpClosed', person }] : []
      const apart = asideOf(state, person)
      if (apart?.takenBy === person) closing.push({ type: 'AsideClosed', person: apart.person })
      return accept(
        ...inSteps(
          state,
          context.now,
          () => [...closing, { type: 'PersonLeft', person }],
          (next) => tidyFloors(next, context),
        ),
      )
    },
  }),

  setPhone: command({
    ...phoneSetting,
    schema: z.strictObject({ person: id, phone: z.boolean() }),
    rule: (state, { person, phone }, { now }) => {
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
  }),

  addPeople: command({
    who: system,
    phases: always,
    schema: z.strictObject({ people: z.array(entry) }),
    rule: (state, { people }) => {
      const added: Person[] = []
      for (const one of people) {
        const person = newPerson(state, one, added)
        if (person) added.push(person)
      }
      if (added.length === 0) return accept()
      return accept({ type: 'PeopleAdded', people: added }, ...facilitatorsFor(state, added))
    },
  }),
}

/** The cleaned name; the one on the list when nothing usable was typed; a number behind it when it is taken. */
function shownName(state: SessionState, person: Person, typed: string): string {
  const clean = cleanName(typed, person.role)
  if (clean === '' || clean === person.name) return person.name
  const others = state.order.filter((other) => other !== person.id)
  return distinctName(
    clean,
    others.map((other) => state.people[other]?.name ?? ''),
  )
}

function newPerson(state: SessionState, listed: Entry, added: readonly Person[]): Person | null {
  const role = ROLES.find((known) => known === listed.role)
  const name = role ? cleanName(listed.name, role) : ''
  const known = state.people[listed.id] || added.some((person) => person.id === listed.id)
  if (!role || name === '' || known) return null
  const taken = [...Object.values(state.people), ...added].map((person) => person.name)
  return {
    id: listed.id,
    name: distinctName(name, taken),
    role,
    group: GROUPS.find((group) => group === listed.group) ?? null,
    detail: listed.detail,
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
