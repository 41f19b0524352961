import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { leaveBehind, noEarlier, type Earlier } from '../../shared/dialogue/time/earlier.ts'
import type { SessionId } from '../../shared/dialogue/model.ts'
import type { DialogueRow, Store } from '../store/store.ts'
import { createMeter } from './meter.ts'

/** What the sessions before the dialogue's present one leave behind, read from their logs. Rejects when the database does not answer. */
export async function readEarlier(store: Store, { id, session }: DialogueRow): Promise<Earlier> {
  const all = await store.people.sessions(id)
  let earlier = noEarlier
  for (const past of all.slice(0, all.indexOf(session))) earlier = await readOne(store, earlier, past)
  return earlier
}

async function readOne(store: Store, earlier: Earlier, session: SessionId): Promise<Earlier> {
  const meter = createMeter(session, store.speech, () => undefined)
  try {
    let state = emptySession
    let endMs = 0
    for (const recorded of await store.events.read(session)) {
      const before = state
      state = apply(before, recorded)
      endMs = recorded.at
      meter.observe({ recorded, before, after: state })
    }
    await meter.load()
    meter.begin(state)
    return leaveBehind(earlier, state, meter.book(state, endMs), endMs)
  } finally {
    await meter.close()
  }
}
