import type { SessionStore } from '../../../shared/channel/store.ts'

/** Everybody has this name, with a number behind it; null: their own. */
export function renamed(session: Partial<SessionStore>, name: string | null): Partial<SessionStore> {
  const { state } = session
  if (name === null || !state) return session
  const people = Object.entries(state.people).map(([id, person], index) => [
    id,
    { ...person, name: `${name}${index}` },
  ])
  return { ...session, state: { ...state, people: Object.fromEntries(people) } }
}
