import {
  GOVERNMENT_ROLES,
  type DialogueId,
  type Person,
  type SessionId,
  type Table,
  type TableId,
} from './model.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'
import type { DialogueEvent } from './events.ts'

export interface NewSession {
  session: SessionId
  dialogue: DialogueId
  title: string
  /** The council's promise to adopt the outcome unchanged, in its own words. */
  promise: string | null
  startsAt: number | null
  people: Omit<Person, 'joined' | 'left' | 'phone'>[]
  /** One table per id; the four government roles in turn. */
  newTableIds: TableId[]
  settings?: Partial<Settings>
}

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
    tables: input.newTableIds.map((id, index): Table => {
      const facilitator = facilitators[index % Math.max(1, facilitators.length)]
      return {
        id,
        number: index + 1,
        role: GOVERNMENT_ROLES[index % GOVERNMENT_ROLES.length] ?? 'lawful',
        facilitators: facilitator ? [facilitator.id] : [],
      }
    }),
  }
}
