import { continueSession, createSession } from '../../shared/dialogue/create.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import { GOVERNMENT_ROLES, type Group, type Role, type SessionId } from '../../shared/dialogue/model.ts'
import { distinctName } from '../../shared/dialogue/names.ts'
import { clean } from '../../shared/dialogue/text.ts'
import { addPeopleCommand, setDialogueCommand } from '../live/takeUp.ts'
import { newId } from '../live/runner.ts'
import type { DialogueRow, PersonRow } from '../store/store.ts'
import { hashOf } from './links.ts'
import type { House } from './options.ts'

export interface NewPerson {
  name: string
  role: Role
  group: Group | null
  detail: string | null
}
export interface NewDialogue {
  title: string
  promise: string | null
  startsAt: number | null
  endsAt: number | null
  demo: boolean
  people: NewPerson[]
}
type Shelf = Pick<House, 'store' | 'links' | 'now'>

const toRow = (dialogue: string, { name, role, group, detail }: NewPerson): PersonRow => ({
  id: newId('per'),
  dialogue,
  name: clean(name),
  role,
  group,
  detail: detail && clean(detail),
  generation: 1,
  opened: false,
})

/** Make everybody's link known; once more changes nothing, so a start may do it again for a new instance key. */
export async function keepLinks({ store, links }: Shelf, people: readonly PersonRow[]): Promise<void> {
  for (const person of people) {
    await store.people.setLink(person.id, person.generation, hashOf(links.secret(person)))
  }
}

/** The first line of a session's log. */
const begin = ({ store, now }: Shelf, session: SessionId, created: DialogueEvent) =>
  store.events.append({
    session,
    after: 0,
    at: now(),
    actor: 'system',
    commandId: null,
    answer: { ok: true },
    events: [created],
  })

/** A dialogue with its people, four role tables and one session in the lobby. */
export async function makeDialogue(
  house: Shelf,
  input: NewDialogue,
): Promise<{ dialogue: DialogueRow; people: PersonRow[] }> {
  const { startsAt, endsAt, demo } = input
  const title = clean(input.title)
  const promise = input.promise && clean(input.promise)
  const dialogue: DialogueRow = {
    id: newId('dlg'),
    session: newId('ses'),
    title,
    promise,
    startsAt,
    endsAt,
    demo,
  }
  const people = input.people.map((person) => toRow(dialogue.id, person))
  await house.store.people.createDialogue(dialogue, people)
  await keepLinks(house, people)
  const created = createSession({
    session: dialogue.session,
    dialogue: dialogue.id,
    title,
    promise,
    startsAt,
    people: people.map(({ id, name, role, group, detail }) => ({ id, name, role, group, detail })),
    newTableIds: GOVERNMENT_ROLES.map(() => newId('tbl')),
  })
  await begin(house, dialogue.session, created)
  return { dialogue, people }
}

/** Another title or time. Stored first; the log takes it up at once (false: it could not be written), or when the session is opened next. */
export async function changeDialogue(
  house: House,
  { id }: DialogueRow,
  wanted: { title: string; startsAt: number; endsAt: number },
): Promise<boolean> {
  await house.store.people.editDialogue(id, wanted)
  const session = await house.sessions.of(id)
  const command = setDialogueCommand(wanted)
  return (await session?.run({ actor: 'system', command, commandId: null }))?.ok ?? true
}

/** The dialogue goes on: a further session, once the one it has is over. False when that one is not, or it has gone on already. */
export async function nextSession(
  house: House,
  dialogue: DialogueRow,
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
): Promise<boolean> {
  const before = (await house.sessions.of(dialogue.id))?.state()
  if (before?.phase.name !== 'ended') return false
  const { people } = house.store
  const session = newId('ses')
  await people.addSession(dialogue.id, session)
  await begin(house, session, continueSession(before, { session, startsAt }))
  const entered = { dialogue: dialogue.id, after: before.id, session, startsAt, endsAt }
  return house.sessions.goOn(dialogue.id, () => people.enterSession(entered))
}

/** Add people to a running dialogue. Stored first; the log takes them up at once, or when the session is opened next. */
export async function addPeople(
  house: House,
  dialogue: DialogueRow,
  added: readonly Omit<NewPerson, 'detail'>[],
): Promise<PersonRow[]> {
  const taken = (await house.store.people.people(dialogue.id)).map(({ name }) => name)
  const rows = added.map((person) => {
    const name = distinctName(person.name, taken)
    taken.push(name)
    return toRow(dialogue.id, { ...person, name, detail: null })
  })
  if (rows.length === 0) return rows
  await house.store.people.addPeople(rows)
  await keepLinks(house, rows)
  const session = await house.sessions.of(dialogue.id)
  await session?.run({ actor: 'system', command: addPeopleCommand(rows), commandId: null })
  return rows
}
