import type { DocumentVisitor } from './documents.ts'
import type { AwarenessEntry } from './wire.ts'

/** Cursor colours: dark enough for white letters (at least 4.5 to 1). */
const COLORS = ['#2a5a9b', '#863a73', '#5a6012', '#8c4a26', '#0f4f4a', '#6b3fa0', '#9f2a1c', '#43535f']

/** The same colour for a person on every screen and after every reload. */
function colorOf(person: string): string {
  let sum = 0
  for (const char of person) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9_973
  return COLORS[sum % COLORS.length] ?? '#43535f'
}

interface Bound {
  client: number
  person: string
  state: Record<string, unknown> | null
}

/**
 * Who is in a document, for cursors and "schrijft mee". One client id is bound to one connection (a key of the
 * caller's); nobody speaks for another. Peers see our own clock, which only goes up, so that a returning client id
 * is seen at once.
 */
export function createAwareness<Key>() {
  const bound = new Map<Key, Bound>()
  const clocks = new Map<number, number>()
  const holder = (client: number): Key | undefined => {
    for (const [key, entry] of bound) if (entry.client === client) return key
    return undefined
  }
  const outgoing = (entry: Bound): AwarenessEntry => {
    const clock = (clocks.get(entry.client) ?? 0) + 1
    clocks.set(entry.client, clock)
    return { client: entry.client, clock, state: entry.state }
  }

  return {
    /**
     * May this connection speak for this client id? Not yet bound: only when nobody holds it, or the same person's
     * earlier connection does (a dead line the server has not noticed yet).
     */
    owns: (key: Key, person: string, client: number): boolean => {
      const mine = bound.get(key)
      if (mine) return mine.client === client
      const other = holder(client)
      return other === undefined || bound.get(other)?.person === person
    },
    /** Does somebody else's open connection speak for this client id? Then nobody else writes under it. */
    isTaken: (person: string, client: number): boolean => {
      const key = holder(client)
      return key !== undefined && bound.get(key)?.person !== person
    },
    /** Take over what the connection says about itself; returns what its peers get, or null. */
    set(key: Key, visitor: DocumentVisitor, entry: AwarenessEntry): AwarenessEntry | null {
      const mine = bound.get(key)
      if (!mine && entry.state === null) return null
      const earlier = holder(entry.client)
      if (earlier !== undefined && earlier !== key) bound.delete(earlier)
      const user = { name: visitor.name, color: colorOf(visitor.person), person: visitor.person }
      const next: Bound = {
        client: entry.client,
        person: visitor.person,
        state: entry.state && { ...entry.state, user },
      }
      bound.set(key, next)
      return outgoing(next)
    },
    /** The connection is gone; returns what its peers get, or null. */
    remove(key: Key): AwarenessEntry | null {
      const mine = bound.get(key)
      if (!mine) return null
      bound.delete(key)
      return outgoing({ ...mine, state: null })
    },
    /** Everybody but `except`, for a newcomer. */
    all: (except: Key): AwarenessEntry[] =>
      [...bound]
        .filter(([key, entry]) => key !== except && entry.state !== null)
        .map(([, entry]) => ({
          client: entry.client,
          clock: clocks.get(entry.client) ?? 0,
          state: entry.state,
        })),
    size: (): number => bound.size,
  }
}
export type DocumentAwareness<Key> = ReturnType<typeof createAwareness<Key>>
