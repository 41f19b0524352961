import { CATCH_UP_EVENTS, catchUp, type CatchUp } from '../../shared/dialogue/between/catchUp.ts'
import type { PersonId } from '../../shared/dialogue/model.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import { readLogs } from './versions.ts'

/** What this reader finds between two sessions; null when the dialogue is not there any more. */
export type CatchUps = (dialogue: DialogueRow, reader: PersonId) => Promise<CatchUp | null>

export function createCatchUps(store: Store, sessions: Sessions, now: () => number): CatchUps {
  return async ({ id }, reader) => {
    const state = (await sessions.of(id))?.state()
    if (!state) return null
    const logs = await readLogs(store, id, CATCH_UP_EVENTS)
    return catchUp({ state, logs, reader, now: now() })
  }
}
