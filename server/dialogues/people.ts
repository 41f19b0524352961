import type { DialogueId, Group, PersonId, Role, SessionState, Table } from '../../shared/dialogue/model.ts'
import { codeWords } from '../../shared/dialogue/people/code.ts'
import { distinctName, nameIn } from '../../shared/dialogue/people/names.ts'
import { ownTables } from '../../shared/dialogue/places.ts'
import { clean, isId } from '../../shared/dialogue/text.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { newId } from '../kit/newId.ts'
import type { Sessions } from '../live/sessions.ts'
import { addPeopleCommand } from '../live/takeUp.ts'
import type { Address, MailStore, PersonRow, Store } from '../store/store.ts'
import { keepLinks, type Links } from './links.ts'
import type { SignOut } from './signOut.ts'

export interface NewPerson {
  name: string
  role: Role
  group: Group | null
  detail: string | null
  /** Where they get mail, as `mailAddress` reads it. */
  mail?: string | null
}
/** By the name they go by now; the row has the one they were invited under. */
export interface Shown {
  row: PersonRow
  name: string
  url: string
  /** As it is shown, in two groups. */
  code: string
  mail: Address | null
  /** The table they lead, or have a seat at: as it is now, or as it is going to be. */
  table: Pick<Table, 'number' | 'role'> | null
}

/** Who belongs to a dialogue, and the links that let them in. */
export interface People {
  rows(dialogue: DialogueId): Promise<PersonRow[]>
  shown(dialogue: DialogueId): Promise<Shown[]>
  /** Add people to a running dialogue. Stored first; the log takes them up at once, or when the session is opened next. */
  add(dialogue: DialogueId, added: readonly Omit<NewPerson, 'detail'>[]): Promise<PersonRow[]>
  /** Where this person of the dialogue gets mail from now on; null: nowhere. False: not of this dialogue. */
  setMail(dialogue: DialogueId, person: PersonId, address: string | null): Promise<boolean>
  url(person: PersonRow): string
  /** Null for whoever is not ours. */
  linkFor(person: PersonId): Promise<string | null>
  /** Make everybody's link known; once more changes nothing, so a start may do it again for a new instance key. */
  keepLinks(people: readonly PersonRow[]): Promise<void>
  /** Links from before there were short codes get theirs. */
  keepCodes(): Promise<void>
  /** A new link for somebody: the old one stops at once, and so do the devices that came in with it. Null: not of this dialogue. */
  renewLink(dialogue: DialogueId, person: PersonId): Promise<string | null>
}

export interface PeopleInput {
  store: Store
  links: Links
  sessions: Sessions
  signOut: SignOut
}

function tableOf(state: SessionState | undefined, person: PersonId): Shown['table'] {
  if (!state) return null
  const seats = (state.seating ?? state.plan)?.seats
  const table = state.tables[ownTables(state, person)[0] ?? seats?.[person] ?? '']
  return table ? { number: table.number, role: table.role } : null
}

export const personRow = (dialogue: DialogueId, { name, role, group, detail }: NewPerson): PersonRow => ({
  id: newId('per'),
  dialogue,
  name: clean(name),
  role,
  group,
  detail: detail && clean(detail),
  generation: 1,
  opened: false,
  out: false,
  erased: false,
})

/** `people` are the rows' own, in their order. */
export async function keepAddresses(
  mail: MailStore,
  rows: readonly PersonRow[],
  people: readonly Pick<NewPerson, 'mail'>[],
): Promise<void> {
  for (const [index, { id }] of rows.entries()) {
    const address = people[index]?.mail
    if (address) await mail.setAddress(id, address)
  }
}

export function createPeople({ store: { people, mail }, links, sessions, signOut }: PeopleInput): People {
  const keep = (rows: readonly PersonRow[]) => keepLinks(people, links, rows)
  const ofDialogue = async (dialogue: DialogueId, id: PersonId): Promise<PersonRow | null> => {
    const person = isId(id) ? await people.person(id) : null
    return person?.dialogue === dialogue && !person.out ? person : null
  }
  return {
    rows: (dialogue) => people.people(dialogue),
    async shown(dialogue) {
      const state = (await sessions.of(dialogue))?.state()
      const rows = (await people.people(dialogue)).filter(({ out }) => !out)
      const addresses = await mail.addresses(dialogue)
      return rows.map((row) => ({
        row,
        name: nameIn(state, row),
        url: links.url(row),
        code: codeWords(links.code(row)),
        mail: addresses.find(({ person }) => person === row.id) ?? null,
        table: tableOf(state, row.id),
      }))
    },
    async add(dialogue, added) {
      const taken = (await people.people(dialogue)).map(({ name }) => name)
      const rows = added.map((person) => {
        const name = distinctName(person.name, taken)
        taken.push(name)
        return personRow(dialogue, { ...person, name, detail: null })
      })
      if (rows.length === 0) return rows
      await people.addPeople(rows)
      await keep(rows)
      await keepAddresses(mail, rows, added)
      const session = await sessions.of(dialogue)
      await session?.run({ actor: 'system', command: addPeopleCommand(rows), commandId: null })
      return rows
    },
    url: links.url,
    async linkFor(id) {
      const person = await people.person(id)
      return person && !person.out ? links.url(person) : null
    },
    keepLinks: keep,
    keepCodes: async () => keep(await people.withoutCode()),
    async setMail(dialogue, id, address) {
      if (!(await ofDialogue(dialogue, id))) return false
      await mail.setAddress(id, address)
      return true
    },
    async renewLink(dialogue, id) {
      const person = await ofDialogue(dialogue, id)
      if (!person) return null
      const renewed = { ...person, generation: await people.raiseGeneration(id) }
      await keep([renewed])
      await mail.renewed(id)
      await signOut(renewed, CLOSE.unknown)
      return links.url(renewed)
    },
  }
}
