import type { SessionId } from '../../shared/dialogue/model.ts'
import type { GivenLease } from '../store/nodeStore.ts'
import type { Lease } from './leases.ts'
import type { SharedLeases } from './sharedLeases.ts'

/** What one hall of the node that leads has in common with the other nodes: leases that any of them gives. */
export interface InCommon {
  /** Stored before anybody gets the pass. */
  give(lease: Lease, seq: number, displaced: string | undefined): Promise<void>
  end(lease: Lease): void
  claim(lease: Lease, connection: string): void
  /** Given at another node, and not known here yet. */
  isGiven(identity: string): Promise<boolean>
  /** All that are in force; null when one was given here meanwhile, so that it is to be asked again. */
  read(): Promise<GivenLease[] | null>
}

export interface InCommonInput {
  session: SessionId
  apart: boolean
  shared: SharedLeases
  attempt(work: () => Promise<unknown>): void
}

export function createInCommon({ session, apart, shared, attempt }: InCommonInput): InCommon {
  /** What ended here is over, also where that could not be stored yet. */
  const over = new Set<string>()
  let given = 0
  let giving = 0
  return {
    async give(lease, seq, displaced) {
      giving += 1
      try {
        await shared.give(session, toGiven(lease, apart, seq, displaced))
        given += 1
      } finally {
        giving -= 1
      }
    },
    end({ identity }) {
      over.add(identity)
      attempt(() => shared.end(identity))
    },
    claim: ({ identity }, connection) => attempt(() => shared.claim(session, identity, connection)),
    isGiven: async (identity) => !over.has(identity) && (await shared.has(identity)),
    async read() {
      const before = given
      const all = (await shared.all(session)).filter((lease) => lease.apart === apart)
      for (const { identity } of all) if (over.has(identity)) await shared.end(identity)
      return before === given && giving === 0 ? all.filter(({ identity }) => !over.has(identity)) : null
    },
  }
}

export const toGiven = (
  { person, identity, room, version, sfuRoom }: Lease,
  apart: boolean,
  seq: number,
  displaced: string | undefined,
): GivenLease => ({
  person,
  apart,
  identity,
  room,
  version,
  sfuRoom,
  seq,
  displaced: displaced ?? null,
  connection: null,
})
