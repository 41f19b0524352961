import { sameSending } from './grants.ts'
import type { Lease } from './leases.ts'
import type { Sfu } from './sfu.ts'

/** Tell the SFU what this lease may send; the last wish wins, however many there are meanwhile. */
export async function allow(sfu: Sfu, lease: Lease): Promise<void> {
  if (lease.working) return
  lease.working = true
  try {
    while (!lease.applied || !sameSending(lease.applied, lease.wanted)) {
      const wanted = lease.wanted
      await sfu.setPermission(lease.sfuRoom, lease.identity, wanted)
      lease.applied = wanted
    }
  } finally {
    lease.working = false
  }
}
