import type { NodeId } from '../bus/bus.ts'
import type { DocumentVisitor } from './documents.ts'
import { createElsewhere, type Present, type PresentList } from './elsewhere.ts'
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
 * caller's); nobody speaks for another, also not for who is at another node. Peers see our own clock, which only goes up,
 * so that a returning client id is seen at once; it goes with the time, so that it is not behind that of the node they
 * were at before.
 */
export function createAwareness<Key>() {
  const bound = new Map<Key, Bound>()
  const clocks = new Map<number, number>()
  const elsewhere = createElsewhere()
  const holder = (client: number): Key | undefined => {
    for (const [key, entry] of bound) if (entry.client === client) return key
    return undefined
  }
  const outgoing = ({ client, state }: Pick<Bound, 'client' | 'state'>): AwarenessEntry => {
    const clock = Math.max((clocks.get(client) ?? 0) + 1, Date.now())
    clocks.set(client, clock)
    return { client, clock, state }
  }
  const asKnown = ({ client, state }: Pick<Bound, 'client' | 'state'>): AwarenessEntry => ({
    client,
    clock: clocks.get(client) ?? 0,
    state,
  })
  /** Whoever is here is here: a node they came from may not have noticed yet. */
  const absent = (client: number) => holder(client) === undefined
  const gone = (clients: readonly number[]): AwarenessEntry[] =>
    clients.filter(absent).map((client) => outgoing({ client, state: null }))
  const personOf = (client: number): string | undefined => {
    const key = holder(client)
    return key === undefined ? elsewhere.personOf(client) : bound.get(key)?.person
  }

  return {
    /**
     * May this connection speak for this client id? Not yet bound: only when nobody holds it, or the same person's
     * earlier connection does (a dead line the server has not noticed yet).
     */
    owns: (key: Key, person: string, client: number): boolean => {
      const mine = bound.get(key)
      if (mine) return mine.client === client
      return (personOf(client) ?? person) === person
    },
    /** Does somebody else's open connection speak for this client id? Then nobody else writes under it. */
    isTaken: (person: string, client: number): boolean => (personOf(client) ?? person) !== person,
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
    all: (except: Key): AwarenessEntry[] => [
      ...[...bound]
        .filter(([key, { state }]) => key !== except && state !== null)
        .map(([, one]) => asKnown(one)),
      ...elsewhere
        .all()
        .filter(({ client }) => absent(client))
        .map(asKnown),
    ],
    /** Whom this node has here, for the others. */
    here: (isShown: (key: Key) => boolean): Present[] =>
      [...bound].flatMap(([key, { client, person, state }]) =>
        state && isShown(key) ? [{ client, person, state }] : [],
      ),
    /** Whom another node has in this document; returns what peers here get. */
    hear(node: NodeId, list: PresentList, now: number): AwarenessEntry[] {
      const news = elsewhere.hear(node, list, now)
      return [...news.here.filter(({ client }) => absent(client)).map(outgoing), ...gone(news.gone)]
    },
    /** Of nodes that were not heard since then nobody is there any more; returns what peers here get. */
    silentSince: (ms: number): AwarenessEntry[] => gone(elsewhere.silentSince(ms)),
    size: (): number => bound.size,
  }
}
export type DocumentAwareness<Key> = ReturnType<typeof createAwareness<Key>>
