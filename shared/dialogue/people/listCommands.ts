import * as z from 'zod'
import { command } from '../command.ts'
import { accept, inSteps, refuse, type RefusalCode } from '../decision.ts'
import type { DialogueEvent } from '../events.ts'
import { tidyFloors } from '../floor/goingOn.ts'
import { lateForRound } from '../floor/rounds.ts'
import { GROUPS, ROLES, type Person, type PersonId, type SessionState } from '../model.ts'
import { organiser } from '../permissions.ts'
import { always } from '../phases.ts'
import { ownTables, placeOf } from '../places.ts'
import { anyLine, id } from '../text.ts'
import { mayComeIn, type PersonChange } from './list.ts'
import { cleanName, distinctName } from './names.ts'

const change = z.strictObject({
  person: id,
  name: anyLine(200),
  role: z.enum(ROLES),
  group: z.enum(GROUPS).nullable(),
})

/** The organiser's list: what people are called and what they are, who is taken out of it and comes back. */
export const listCommands = {
  changePeople: command({
    who: organiser,
    phases: always,
    schema: z.strictObject({ changes: z.array(change) }),
    rule: (state, { changes }, context) => {
      const people: PersonChange[] = []
      for (const wanted of changes) {
        const code = wrongWith(state, wanted, context.actor)
        if (code) return refuse(code)
        const taken = namesBeside(state, wanted, changes, people)
        const name = distinctName(cleanName(wanted.name, wanted.role), taken)
        people.push({ ...wanted, name, group: wanted.role === 'participant' ? wanted.group : null })
      }
      const changed = people.filter((one) => isOther(state.people[one.person], one))
      if (changed.length === 0) return accept()
      const late = changed.map(
        ({ person }) =>
          (next: SessionState) =>
            lateForRound(next, placeOf(next, person) ?? 'plenary', person),
      )
      return accept(
        ...inSteps(
          state,
          context.now,
          () => [{ type: 'PeopleChanged', people: changed }],
          (next) => tidyFloors(next, context),
          ...(state.phase.name === 'ended' ? [] : late),
        ),
      )
    },
  }),

  takeOut: command({
    who: organiser,
    phases: always,
    schema: z.strictObject({ person: id }),
    rule: (state, { person }, context) => {
      if (!state.people[person]) return refuse('no_such_person')
      if (person === context.actor) return refuse('not_yourself')
      if (!mayComeIn(state, person)) return accept()
      return accept(
        ...inSteps(
          state,
          context.now,
          () => goes(state, person),
          (next) => tidyFloors(next, context),
        ),
      )
    },
  }),

  takeBack: command({
    who: organiser,
    phases: always,
    schema: z.strictObject({ person: id }),
    rule: (state, { person }) =>
      state.takenOut.includes(person) ? accept({ type: 'PersonTakenBack', person }) : accept(),
  }),
}

/** Everything they held is put down in front of everybody; that they were taken out is the organiser's to know. */
function goes(state: SessionState, person: PersonId): DialogueEvent[] {
  const found = state.people[person]
  const led = ownTables(state, person).map((table): DialogueEvent => {
    const facilitators = (state.tables[table]?.facilitators ?? []).filter((other) => other !== person)
    return { type: 'FacilitatorsAssigned', table, facilitators }
  })
  return [
    ...(state.help.some((call) => call.person === person) ? [{ type: 'HelpClosed' as const, person }] : []),
    ...led,
    ...(found?.phone ? [{ type: 'PhoneSet' as const, person, phone: false }] : []),
    ...(found?.left ? [] : [{ type: 'PersonLeft' as const, person }]),
    { type: 'PersonTakenOut', person },
  ]
}

function wrongWith(
  state: SessionState,
  wanted: PersonChange,
  actor: PersonId | 'system',
): RefusalCode | null {
  const person = state.people[wanted.person]
  if (!person || state.erased.includes(wanted.person)) return 'no_such_person'
  // there is always somebody who can mend the list
  if (wanted.person === actor && wanted.role !== person.role) return 'not_yourself'
  if (cleanName(wanted.name, wanted.role) === '') return 'no_such_name'
  return wanted.role === 'participant' && wanted.group === null ? 'group_needed' : null
}

/** Two people may change names with each other: whose name changes too does not stand in the way with the old one. */
function namesBeside(
  state: SessionState,
  { person: own }: PersonChange,
  changes: readonly PersonChange[],
  changed: readonly PersonChange[],
): string[] {
  const renamed = new Set(
    changes.filter(({ person, name }) => name !== state.people[person]?.name).map(({ person }) => person),
  )
  const others = Object.values(state.people).filter(({ id: other }) => other !== own && !renamed.has(other))
  const before = changed.filter(({ person }) => person !== own)
  return [...others, ...before].map(({ name }) => name)
}

const isOther = (person: Person | undefined, { name, role, group }: PersonChange): boolean =>
  person?.name !== name || person.role !== role || person.group !== group
