import { agreementNamed } from '../../shared/dialogue/agreements/agreements.ts'
import { VERSION_EVENTS, versionsIn } from '../../shared/dialogue/agreements/versions.ts'
import type { RecordedEvent, StoredType } from '../../shared/dialogue/events.ts'
import type { AgreementId, DialogueId, PersonId } from '../../shared/dialogue/model.ts'
import { documentRight } from '../../shared/dialogue/places.ts'
import type { VersionsReply } from '../../shared/protocol.ts'
import type { Sessions } from '../live/sessions.ts'
import type { Store } from '../store/store.ts'

/** Every version of an agreement with its words, for this reader; null when there is none they may read. */
export type Versions = (
  dialogue: DialogueId,
  reader: PersonId,
  agreement: AgreementId,
) => Promise<VersionsReply | null>

/** These kinds of events, session by session. */
export async function readLogs(
  { people, events }: Store,
  dialogue: DialogueId,
  types: readonly StoredType[],
): Promise<RecordedEvent[][]> {
  const sessions = await people.sessions(dialogue)
  return Promise.all(sessions.map((session) => events.readOnly(session, types)))
}

export function createVersions(store: Store, sessions: Sessions): Versions {
  return async (dialogue, reader, id) => {
    const state = (await sessions.of(dialogue))?.state()
    const agreement = state && agreementNamed(state, id)
    if (!state || !agreement || documentRight(state, reader, agreement.table) === 'none') return null
    const { number, table } = agreement
    const versions = versionsIn(await readLogs(store, dialogue, VERSION_EVENTS), id)
    return {
      agreement: id,
      table,
      number,
      versions: versions.map(({ authors, hash: _hash, ...version }) => ({
        ...version,
        authors: authors.map((author) => state.people[author]?.name ?? null),
      })),
    }
  }
}
