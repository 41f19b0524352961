import { z } from 'zod'
import type { Bus, Topic } from '../bus/bus.ts'
import type { PersonId, SessionId } from '../../shared/dialogue/model.ts'
import type { GivenLease, MediaLeaseStore } from '../store/nodeStore.ts'

const LEASES: Topic<{ session: string }> = {
  name: 'leases',
  schema: z.object({ session: z.string() }),
}

/**
 * The leases of all nodes of an instance, as they stand in the database. A pass is given wherever somebody asks for it; the node that leads
 * the session watches over who uses it.
 */
export interface SharedLeases {
  give(session: SessionId, lease: GivenLease): Promise<void>
  claim(session: SessionId, identity: string, connection: string): Promise<void>
  end(identity: string): Promise<void>
  /** All of this person, or of everybody. */
  endAll(session: SessionId, person?: PersonId): Promise<void>
  has(identity: string): Promise<boolean>
  all(session: SessionId): Promise<GivenLease[]>
  /** Another node gave or ended one of this session. */
  onChange(changed: (session: SessionId) => void): () => void
}

export function shareLeases(store: MediaLeaseStore, bus: Bus): SharedLeases {
  const tell = (session: SessionId) => bus.publish(LEASES, { session })
  return {
    async give(session, lease) {
      await store.give(session, lease)
      tell(session)
    },
    async claim(session, identity, connection) {
      await store.claim(identity, connection)
      tell(session)
    },
    end: store.end,
    async endAll(session, person) {
      await store.endAll(session, person)
      tell(session)
    },
    has: store.has,
    all: store.all,
    onChange: (changed) => bus.subscribe(LEASES, ({ session }) => changed(session)),
  }
}
