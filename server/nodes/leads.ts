import type { Bus } from '../bus/bus.ts'
import type { SessionId } from '../../shared/dialogue/model.ts'
import type { NodeStore } from '../store/nodeStore.ts'
import type { Rounds } from './rounds.ts'
import { LEAD_FREE } from './topics.ts'

/** A node that does not renew its lead for so long has lost it. */
export const LEASE_MS = 5_000
/** Below every fence: what carries it is stored nowhere. */
const NO_LEAD = -1

/** Whether this node does what a session does by itself: timers, nudges, listening, watching over its SFU rooms. */
export interface Lead {
  holds(): boolean
  /** To be stored with what follows from the lead; undefined where there is one node. */
  fence(): number | undefined
  /** For what was measured while it was held: the fence it was last held with, and good until another node takes the lead. */
  measuredUnder(): number | undefined
}

/** One node alone leads all there is. */
export const ALONE: Lead = { holds: () => true, fence: () => undefined, measuredUnder: () => undefined }

export interface JoinedLead extends Lead {
  /** From now on this is told when this node takes the lead or loses it. */
  onChange(changed: (holds: boolean) => void): void
  /** The session is closed here, and its lead is free if it was ours. `rests`: nobody needs it any more. */
  leave(rests: boolean): Promise<void>
}

export interface Leads {
  /** The session is open here: the lead is taken now or, when another node has it, as soon as it is free. */
  join(session: SessionId): Promise<JoinedLead>
}

interface Joined {
  fence: number
  /** On the monotonic clock, counted from before the database was asked. */
  until: number
  held: boolean
  changed(holds: boolean): void
}

export function createLeads(store: NodeStore, bus: Bus, rounds: Rounds): Leads {
  const joined = new Map<SessionId, Joined>()
  const holds = ({ until }: Joined) => performance.now() < until

  async function ask(sessions: readonly SessionId[]): Promise<void> {
    const until = performance.now() + LEASE_MS
    const fences = await store.lead(bus.node, sessions, LEASE_MS)
    // one that lapsed between two rounds was lost, also where it is ours again: what was due meanwhile nobody did
    tell()
    for (const session of sessions) {
      const one = joined.get(session)
      const fence = fences[session]
      if (one) Object.assign(one, fence === undefined ? { until: 0 } : { fence, until })
    }
  }

  function tell(): void {
    for (const one of joined.values()) {
      if (one.held === holds(one)) continue
      one.held = !one.held
      one.changed(one.held)
    }
  }

  rounds.each(async () => {
    try {
      await ask([...joined.keys()])
    } finally {
      tell()
    }
  })
  bus.subscribe(LEAD_FREE, ({ session }) => {
    if (joined.has(session)) ask([session]).then(tell, () => undefined)
  })

  return {
    async join(session) {
      const one: Joined = { fence: NO_LEAD, until: 0, held: false, changed: () => undefined }
      joined.set(session, one)
      try {
        await ask([session])
      } catch (error) {
        joined.delete(session)
        throw error
      }
      one.held = holds(one)
      return {
        holds: () => holds(one),
        fence: () => (holds(one) ? one.fence : NO_LEAD),
        measuredUnder: () => one.fence,
        onChange: (changed) => void (one.changed = changed),
        async leave(rests) {
          if (joined.get(session) === one) joined.delete(session)
          one.until = 0
          if (!one.held) return
          one.held = false
          await store.release(bus.node, session, rests)
          bus.publish(LEAD_FREE, { session })
        },
      }
    },
  }
}
