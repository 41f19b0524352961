import { newId } from '../kit/newId.ts'
import type { Bus, NodeId } from './bus.ts'

type Hear = (text: string, from: NodeId) => void

/** What nodes in one process hear one another by: one node alone has nobody to tell, and several in a test have one hub. */
export interface Hub {
  join(node?: NodeId): Bus
}

export function createHub(): Hub {
  const members = new Map<NodeId, Map<string, Set<Hear>>>()

  function join(node: NodeId = newId('node')): Bus {
    const heard = new Map<string, Set<Hear>>()
    members.set(node, heard)
    return {
      node,
      publish({ name }, message) {
        // as text, as between processes: nobody shares an object, and what JSON cannot carry is missed here too
        const text = JSON.stringify(message)
        for (const [other, topics] of members) {
          if (other !== node)
            for (const hear of topics.get(name) ?? []) queueMicrotask(() => hear(text, node))
        }
      },
      subscribe({ name, schema }, hear) {
        const one: Hear = (text, from) => {
          const read = schema.safeParse(JSON.parse(text))
          if (read.success) hear(read.data, from)
        }
        const all = heard.get(name) ?? new Set()
        heard.set(name, all.add(one))
        return () => void all.delete(one)
      },
      available: () => true,
      close: async () => void members.delete(node),
    }
  }

  return { join }
}
