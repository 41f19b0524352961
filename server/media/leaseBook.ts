import type { PersonId } from '../../shared/dialogue/model.ts'
import { personOf, type Lease } from './leases.ts'

/** Who has which lease in one session, and who may still hear the room of one that is over. */
export interface LeaseBook {
  /** Also those whose owners are coming over from a room that was renewed. */
  all(): Lease[]
  /** Without those. */
  settled(): Lease[]
  of(person: PersonId): Lease | null
  /** The lease in force behind this identity. */
  behind(identity: string): Lease | null
  give(lease: Lease): void
  /** Another one has its place, and it stays in force until it is ended. */
  goOver(lease: Lease): void
  /** Over. So long its owner may still hear. */
  end(lease: Lease, hearsMs: number): void
  mayStillHear(identity: string): boolean
  /** This person had a lease from this process or was refused one: what they had before it is not taken over. */
  refuse(person: PersonId): void
  refused(person: PersonId): boolean
}

export function createLeaseBook(): LeaseBook {
  const current = new Map<PersonId, Lease>()
  const goingOver = new Set<Lease>()
  /** Leases that are over, by identity, and until when. */
  const leaving = new Map<string, number>()
  const known = new Set<PersonId>()

  function forgetOver() {
    for (const [identity, until] of leaving) if (until < performance.now()) leaving.delete(identity)
  }

  return {
    all: () => [...current.values(), ...goingOver],
    settled: () => [...current.values()],
    of: (person) => current.get(person) ?? null,
    behind(identity) {
      const lease = current.get(personOf(identity) ?? '')
      if (lease?.identity === identity) return lease
      return [...goingOver].find((one) => one.identity === identity) ?? null
    },
    give(lease) {
      current.set(lease.person, lease)
      known.add(lease.person)
    },
    goOver: (lease) => void goingOver.add(lease),
    end(lease, hearsMs) {
      forgetOver()
      goingOver.delete(lease)
      if (current.get(lease.person) === lease) current.delete(lease.person)
      if (hearsMs > 0) leaving.set(lease.identity, performance.now() + hearsMs)
    },
    mayStillHear: (identity) => (leaving.get(identity) ?? 0) >= performance.now(),
    refuse: (person) => void known.add(person),
    refused: (person) => known.has(person),
  }
}
