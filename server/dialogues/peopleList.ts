import type { RefusalCode } from '../../shared/dialogue/decision.ts'
import type { DialogueId, PersonId } from '../../shared/dialogue/model.ts'
import type { ImportedPerson } from '../../shared/dialogue/people/import.ts'
import { planImport, type ImportPlan, type KnownPerson } from '../../shared/dialogue/people/importPlan.ts'
import { nameIn } from '../../shared/dialogue/people/names.ts'
import { createSerial } from '../kit/serial.ts'
import type { Outcome } from '../live/orders.ts'
import type { Sessions } from '../live/sessions.ts'
import type { Store } from '../store/store.ts'
import type { People } from './people.ts'

/** The organiser's list of people: read from a file, again and again, and written to one. */
export interface PeopleList {
  /** Everybody who has a name still, in their order; also who was taken out. */
  known(dialogue: DialogueId): Promise<KnownPerson[]>
  /** What reading this list would do; nothing of it is done. */
  plan(dialogue: DialogueId, list: readonly ImportedPerson[]): Promise<ImportPlan>
  /** Do it, at the word of this organiser: add who is new, change what has changed. Where a change is refused nothing is done. */
  take(dialogue: DialogueId, list: readonly ImportedPerson[], by: PersonId): Promise<Taken>
}

export type Taken = { ok: true; plan: ImportPlan } | { ok: false; code: RefusalCode }

export interface PeopleListInput {
  store: Pick<Store, 'people' | 'mail'>
  sessions: Sessions
  people: Pick<People, 'add'>
}

export function createPeopleList({ store, sessions, people }: PeopleListInput): PeopleList {
  // the same list sent twice at once is read twice, one after the other
  const turns = createSerial()

  async function known(dialogue: DialogueId): Promise<KnownPerson[]> {
    const state = (await sessions.of(dialogue))?.state()
    const lines = new Map((await store.people.listed(dialogue)).map(({ person, line }) => [person, line]))
    const addresses = await store.mail.addresses(dialogue)
    const mails = new Map(addresses.map(({ person, address }) => [person, address]))
    const rows = (await store.people.people(dialogue)).filter(({ erased }) => !erased)
    return rows.map((row) => ({
      person: row.id,
      name: nameIn(state, row),
      role: row.role,
      group: row.group,
      mail: mails.get(row.id) ?? null,
      out: row.out,
      listed: lines.get(row.id) ?? null,
    }))
  }

  const plan = async (dialogue: DialogueId, list: readonly ImportedPerson[]) =>
    planImport(await known(dialogue), list)

  /** In the log, by the organiser who did it. */
  async function change(
    dialogue: DialogueId,
    changed: ImportPlan['changed'],
    by: PersonId,
  ): Promise<Outcome> {
    if (changed.length === 0) return { ok: true }
    const changes = changed.map(({ person, becomes: { name, role, group } }) => ({
      person,
      name,
      role,
      group,
    }))
    const session = await sessions.of(dialogue)
    const command = { type: 'changePeople', payload: { changes } } as const
    return (await session?.run({ actor: by, command, commandId: null })) ?? { ok: false, code: 'not_saved' }
  }

  async function carryOut(
    dialogue: DialogueId,
    list: readonly ImportedPerson[],
    by: PersonId,
  ): Promise<Taken> {
    const made = await plan(dialogue, list)
    const outcome = await change(dialogue, made.changed, by)
    if (!outcome.ok) return outcome
    for (const { person, was, becomes } of made.changed)
      if (was.mail !== becomes.mail) await store.mail.setAddress(person, becomes.mail)
    const rows = await people.add(dialogue, made.fresh)
    const added = rows.flatMap(({ id: person }, index) => {
      const line = made.fresh[index]
      return line ? [{ person, line }] : []
    })
    await store.people.keepListed([...made.known, ...added])
    return { ok: true, plan: made } as const
  }

  return { known, plan, take: (dialogue, list, by) => turns.run(() => carryOut(dialogue, list, by)) }
}
