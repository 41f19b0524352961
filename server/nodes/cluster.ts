import type { Bus, NodeId } from '../bus/bus.ts'
import { errorText } from '../kit/errorText.ts'
import type { NodeStore } from '../store/nodeStore.ts'
import { createLeads, type Leads } from './leads.ts'
import { createRounds, type Rounds } from './rounds.ts'

/** A node that is not heard of for so long is gone, and whoever was there by it. */
const LIFE_MS = 5_000
/** Whoever was there by a node that ends in order has so long to come back to another one. */
const COMING_BACK_MS = 3_000
/** While the database is away it is said no more often than this. */
const TELL_MS = 10_000

/** Several nodes on one database that serve its dialogues as one. What counts is in the database; the bus only makes it quick. */
export interface Cluster {
  bus: Bus
  store: NodeStore
  rounds: Pick<Rounds, 'each'>
  leads: Leads
  /** Is this node there? While the database was away, and for a moment after it, nobody is taken for gone: they could not say so. */
  living(node: NodeId): boolean
  /** One of the nodes does what is done for the whole instance: is it this one? */
  keeps(): boolean
  /** What this node stored of itself was forgotten: whoever has stored something does so again. Until what this returns is called. */
  onForgotten(again: () => void): () => void
  close(): Promise<void>
}

export interface ClusterInput {
  store: NodeStore
  bus: Bus
  log: { warn(fields: object, text: string): void }
}

/** From now on this node is one of several. Rejects when the database does not answer. */
export async function joinCluster({ store, bus, log }: ClusterInput): Promise<Cluster> {
  const forgotten = new Set<() => void>()
  let nodes: NodeId[] = []
  /** When the database last answered, and since when it has answered every time. */
  let heardAt = performance.now()
  let steadySince = heardAt

  async function beat() {
    if (await store.beat(bus.node, LIFE_MS)) for (const again of forgotten) again()
    nodes = await store.living()
    const now = performance.now()
    if (now - heardAt > LIFE_MS / 2) steadySince = now
    heardAt = now
  }

  await beat()
  let toldAt = -Infinity
  const rounds = createRounds(beat, (error) => {
    if (performance.now() - toldAt < TELL_MS) return
    toldAt = performance.now()
    log.warn({ error: errorText(error) }, 'the database did not answer this node')
  })
  const isSteady = () => performance.now() - heardAt < LIFE_MS / 2 && heardAt - steadySince > LIFE_MS
  return {
    bus,
    store,
    rounds,
    leads: createLeads(store, bus, rounds),
    living: (node) => nodes.includes(node) || !isSteady(),
    keeps: () => nodes[0] === bus.node,
    onForgotten(again) {
      forgotten.add(again)
      return () => void forgotten.delete(again)
    },
    async close() {
      await rounds.close()
      await store.beat(bus.node, COMING_BACK_MS).catch(() => undefined)
    },
  }
}
