import * as Y from 'yjs'
import { endOf, type Inspected, type Struct } from './guard.ts'

/** A part of the text: the character with this number of this client id. */
export interface Part {
  client: number
  clock: number
}

/**
 * What has to come before this update can be applied: a part it builds on, or null when nothing is missing. Found
 * from the update and the clocks alone, so that it costs the same in a long document as in a short one.
 * Throws when it can never be applied, for it builds on itself.
 */
export function missingFor(
  { structs, deletions }: Inspected,
  clock: (client: number) => number,
): Part | null {
  const reach = new Map<number, number>()
  const known = (client: number) => reach.get(client) ?? clock(client)
  const blocked = integrate(structs, known, reach)
  if (blocked.length > 0) {
    const brought = (part: Part) => {
      const last = structs.get(part.client)?.at(-1)
      return last !== undefined && part.clock < endOf(last)
    }
    const outside = blocked.find(({ gap, part }) => gap || !brought(part))
    if (!outside) throw new RangeError('an update that builds on itself')
    return outside.part
  }
  for (const [client, ranges] of deletions)
    for (const { clock: from, len } of ranges)
      if (from + len > known(client)) return { client, clock: from + len - 1 }
  return null
}

interface Blocked {
  part: Part
  /** Missing in the row of the client id itself. */
  gap: boolean
}

/** Walk every client id's row as far as it goes, in the order Yjs would; returns where the rows that stop are stuck. */
function integrate(
  structs: Inspected['structs'],
  known: (client: number) => number,
  reach: Map<number, number>,
): Blocked[] {
  const at = new Map<number, number>()
  const stuck = new Map<number, Blocked>()
  const queues = createQueues()
  const ready = [...structs.keys()]
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const row = structs.get(client) ?? []
    let index = at.get(client) ?? 0
    stuck.delete(client)
    for (let struct = row[index]; struct; struct = row[++index]) {
      const block = blockOf(struct, known)
      if (block) {
        stuck.set(client, block)
        queues.wait(client, block.part)
        break
      }
      if (!(struct instanceof Y.Skip)) reach.set(client, Math.max(known(client), endOf(struct)))
    }
    at.set(client, index)
    ready.push(...queues.freed(client, known(client)))
  }
  return [...stuck.values()]
}

/** Rows that wait for a part, those for the first part last: only whose part has come is looked at again. */
function createQueues() {
  const queues = new Map<number, { clock: number; who: number }[]>()
  return {
    wait(who: number, { client, clock }: Part): void {
      const queue = queues.get(client) ?? []
      queues.set(client, queue)
      let low = 0
      let high = queue.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((queue[middle]?.clock ?? 0) > clock) low = middle + 1
        else high = middle
      }
      queue.splice(low, 0, { clock, who })
    },
    freed(client: number, known: number): number[] {
      const queue = queues.get(client) ?? []
      const free: number[] = []
      for (let last = queue.at(-1); last && last.clock < known; last = queue.at(-1)) {
        free.push(last.who)
        queue.pop()
      }
      return free
    },
  }
}

function blockOf(struct: Struct, known: (client: number) => number): Blocked | null {
  if (struct instanceof Y.Skip) return null
  const { client, clock } = struct.id
  if (clock > known(client)) return { part: { client, clock: clock - 1 }, gap: true }
  if (!(struct instanceof Y.Item)) return null
  const { origin, rightOrigin, parent } = struct
  for (const part of [origin, rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (!part) continue
    if (part.client === client && part.clock >= clock) throw new RangeError('a struct that builds on itself')
    if (part.clock >= known(part.client)) return { part, gap: false }
  }
  return null
}
