import type { PersonId, TableId } from '../../shared/dialogue/model.ts'
import { isUnderWay } from '../../shared/dialogue/retention/retention.ts'
import { format } from '../../shared/messages/format.ts'
import { server as words } from '../../shared/messages/server.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { Documents } from '../documents/documents.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, ErasedPerson, PersonRow, Store } from '../store/store.ts'
import type { SignOut } from './signOut.ts'

/** `unread`: the numbers of tables whose text is damaged; nothing could be changed in it. */
export type Erased =
  { ok: true; unread: number[] } | { ok: false; code: 'not_found' | 'session_running' | 'yourself' }

/** Taking people's names out of a dialogue: log, texts, exports and what the server has in memory. */
export interface Erasure {
  /** One person, at the word of this organiser: their name, their details, what they said beside the agreements, their link. */
  person(dialogue: DialogueRow, person: PersonId, by: PersonId): Promise<Erased>
  /** Everybody's name. Organiser and clerk can still come in, for the agreements go on. */
  names(dialogue: DialogueRow): Promise<Erased>
}

export interface ErasureInput {
  store: Store
  sessions: Sessions
  documents: Documents
  signOut: SignOut
  now(): number
}

/** What people read where a name was. It is stored, so it has the language of the dialogue. */
const wordFor = ({ role, group }: PersonRow): string => format(words[`erased.${group ?? role}`], 'nl')

const comesBack = ({ role }: PersonRow): boolean => role === 'organiser' || role === 'clerk'

export function createErasure({ store, sessions, documents, signOut, now }: ErasureInput): Erasure {
  async function underWay({ id }: DialogueRow): Promise<boolean> {
    const held = await store.retention.held(id)
    return held !== null && isUnderWay(held, now())
  }

  const numbersOf = async ({ id }: DialogueRow, tables: readonly TableId[]): Promise<number[]> => {
    if (tables.length === 0) return []
    const state = (await sessions.of(id))?.state()
    return tables.flatMap((table) => state?.tables[table]?.number ?? [])
  }

  async function erase(dialogue: DialogueRow, people: readonly ErasedPerson[], actor: PersonId | 'system') {
    // nobody is sent away for what will be refused
    if (await underWay(dialogue)) return { ok: false, code: 'session_running' } as const
    let done: { unread: TableId[] } | null = null
    let mayNot = false
    await sessions.aside(dialogue.id, async () => {
      // another organiser may have taken them out while this waited its turn
      mayNot = (await store.people.person(actor))?.out ?? false
      if (mayNot) return
      done = await store.erasure.erase({ dialogue: dialogue.id, people, at: now(), actor })
      await documents.forget(dialogue.id, CLOSE.stale)
    })
    if (!done) return { ok: false, code: mayNot ? 'not_found' : 'session_running' } as const
    for (const { person, out } of people)
      if (out) await signOut({ id: person, dialogue: dialogue.id }, CLOSE.unknown)
    const { unread }: { unread: TableId[] } = done
    return { ok: true, unread: await numbersOf(dialogue, unread) } as const
  }

  return {
    async person(dialogue, id, by) {
      const row = (await store.people.people(dialogue.id)).find((one) => one.id === id && !one.erased)
      if (!row) return { ok: false, code: 'not_found' }
      if (id === by) return { ok: false, code: 'yourself' }
      return erase(dialogue, [{ person: id, word: wordFor(row), out: true }], by)
    },
    async names(dialogue) {
      const rows = await store.people.people(dialogue.id)
      const people = rows.map((row) => ({ person: row.id, word: wordFor(row), out: !comesBack(row) }))
      return erase(dialogue, people, 'system')
    },
  }
}
