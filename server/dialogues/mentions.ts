import type { Words } from '../../shared/agreement/canonical.ts'
import { plain } from '../../shared/agreement/richText.ts'
import { VERSION_EVENTS, versionsIn } from '../../shared/dialogue/agreements/versions.ts'
import type { PersonId } from '../../shared/dialogue/model.ts'
import { formsOf, namesAt } from '../../shared/dialogue/people/nameForms.ts'
import type { MentionsReply } from '../../shared/protocol.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import type { Agreements } from './agreements.ts'
import { readLogs } from './versions.ts'

/**
 * Where the words of agreements seem to name somebody. No erasing changes those words, for people agreed on them letter for
 * letter; so the organiser is told before, and can have them changed at the table. Null: there is no such person.
 */
export type Mentions = (dialogue: DialogueRow, person: PersonId) => Promise<MentionsReply | null>

const inOrder = (numbers: Iterable<number>) => [...numbers].toSorted((one, other) => one - other)

export interface MentionsInput {
  store: Store
  sessions: Sessions
  agreements: Agreements
}

export function createMentions({ store, sessions, agreements }: MentionsInput): Mentions {
  return async (dialogue, id) => {
    const people = await store.people.people(dialogue.id)
    const invited = people.find((one) => one.id === id)
    const state = (await sessions.of(dialogue.id))?.state()
    if (!invited || !state) return null
    // what may as well be an ordinary word is told too: nothing is changed by it
    const forms = formsOf([invited.name, state.people[id]?.name ?? ''])
    const names = ({ title, text, why }: Words) =>
      namesAt([title, plain(text), plain(why)].join('\n'), forms).length > 0

    const written = (await agreements(dialogue)).tables.flatMap((table) => table.agreements)
    const now = new Set(written.filter(names).map(({ number }) => number))
    const logs = await readLogs(store, dialogue.id, VERSION_EVENTS)
    const before = Object.values(state.agreements)
      .filter((one) => versionsIn(logs, one.id).some(({ words }) => names(words)))
      .map(({ number }) => number)
    return { now: inOrder(now), before: inOrder(before.filter((number) => !now.has(number))) }
  }
}
