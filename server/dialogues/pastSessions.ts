import { replay } from '../../shared/dialogue/apply.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { DialogueRow, Store } from '../store/store.ts'

/** The sessions before this one, as they ended. */
export async function readPast(
  { people, events }: Store,
  { id, session }: DialogueRow,
): Promise<SessionState[]> {
  const past = (await people.sessions(id)).filter((each) => each !== session)
  return Promise.all(past.map(async (each) => replay(await events.read(each))))
}
