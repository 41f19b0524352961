import type { Presence } from '../../shared/protocol.ts'
import type { SessionId } from '../../shared/dialogue/model.ts'
import type { NodeId } from '../bus/bus.ts'
import type { Cluster } from '../nodes/cluster.ts'
import { PRESENT } from '../nodes/topics.ts'
import type { PresenceMark } from '../store/nodeStore.ts'
import { awayFrom, type PresenceBook } from './presence.ts'

/** Who comes, goes or changes within so long is told to the other nodes together. */
const WINDOW_MS = 50

/** Who is there at each node, known at all of them: told by the bus, and stored for whoever missed that. */
export interface SharedPresence {
  /** Somebody's presence at this node has changed. */
  changed(): void
  /** Another node tells who is there at it; what is older than what is known of it counts for nothing. */
  hear(node: NodeId, version: number, people: readonly Presence[]): void
  /** What is stored of the others, and which of them are gone. Rejects when the database does not answer. */
  look(marks: readonly PresenceMark[]): Promise<void>
  /** Nobody is there by this node any more. */
  leave(): void
  close(): Promise<void>
}

export function sharePresence(
  { bus, store, living, onForgotten }: Cluster,
  session: SessionId,
  presence: Pick<PresenceBook, 'own' | 'elsewhere' | 'lost'>,
  now: () => number,
): SharedPresence {
  const versions = new Map<NodeId, number>()
  let version = 0
  let stored = 0
  let waiting: NodeJS.Timeout | null = null
  let storing = Promise.resolve()

  /** Newer than what this node stored when it had the session open before. */
  function tell(people: readonly Presence[]): void {
    version = Math.max(version + 1, Date.now())
    const told = version
    bus.publish(PRESENT, { session, version, people: [...people] })
    storing = storing
      .then(() => store.keepPresence({ node: bus.node, session, version: told }, people))
      .then(
        () => void (stored = told),
        () => undefined,
      )
  }
  const changed = () => {
    waiting ??= setTimeout(() => {
      waiting = null
      tell(presence.own())
    }, WINDOW_MS)
  }
  const hear: SharedPresence['hear'] = (node, told, people) => {
    if (told <= (versions.get(node) ?? 0)) return
    versions.set(node, told)
    presence.elsewhere(node, people)
  }
  const stop = onForgotten(changed)

  return {
    changed,
    hear,
    async look(marks) {
      if (stored < version) changed()
      for (const node of versions.keys()) {
        if (living(node)) continue
        versions.delete(node)
        presence.lost(node)
      }
      for (const { node, version: latest } of marks) {
        if (!living(node) || latest <= (versions.get(node) ?? 0)) continue
        const found = await store.presence(node, session)
        if (found) hear(node, found.version, found.people)
      }
    },
    leave: () => tell(presence.own().map((each) => awayFrom(each, now()))),
    async close() {
      stop()
      if (waiting) clearTimeout(waiting)
      await storing
    },
  }
}
