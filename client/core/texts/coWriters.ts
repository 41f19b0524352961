import type { Awareness } from 'y-protocols/awareness'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import type { CoWriter } from './store.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function coWriter(state: unknown): CoWriter | null {
  if (!isRecord(state) || !isRecord(state.user) || !isRecord(state.at)) return null
  const { name, person } = state.user
  const { agreement, field } = state.at
  if (typeof name !== 'string' || typeof person !== 'string' || typeof agreement !== 'string') return null
  return field === 'title' || field === 'text' || field === 'why' ? { person, name, agreement, field } : null
}

/** Everybody but `me` who has the cursor in a field. */
export function coWriters(awareness: Awareness, me: PersonId): CoWriter[] {
  return [...awareness.getStates()]
    .filter(([client]) => client !== awareness.clientID)
    .flatMap(([, state]) => coWriter(state) ?? [])
    .filter((writer) => writer.person !== me)
}
