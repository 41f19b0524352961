import type { Lease } from './leases.ts'

/** So long somebody has to say that a new connection with their pass is their own: a device that lost its line comes back as one. */
export const CLAIM_MS = 3_000

/** The owner names the connection that is theirs. */
export function claim(lease: Lease, connection: string): void {
  lease.holder = connection
  lease.takenSince = null
}

/**
 * Whose connection is this? A token can be copied, and the SFU gives the place to whoever comes last with it. Once taken, a lease stays
 * so through whichever other connections come, until its owner is back or names one of them.
 */
export function holds(lease: Lease, connection: string): 'owner' | 'unclaimed' | 'another' {
  lease.holder ??= connection
  if (lease.holder === connection) {
    lease.takenSince = null
    return 'owner'
  }
  lease.takenSince ??= performance.now()
  return performance.now() - lease.takenSince < CLAIM_MS ? 'unclaimed' : 'another'
}
