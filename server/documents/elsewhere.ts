import type { NodeId } from '../bus/bus.ts'
import type { PersonId } from '../../shared/dialogue/model.ts'

/** Somebody in a document, by the client id they speak for. */
export interface Present {
  client: number
  person: PersonId
  state: Record<string, unknown>
}

/** Everybody one node has in one document; `turn` goes up with every list. */
export interface PresentList {
  turn: number
  people: Present[]
}

/** Browsers forget whom they hear nothing of for half a minute. */
const AGAIN_MS = 10_000

interface Known {
  turn: number
  heardMs: number
  toldMs: number
  people: Present[]
}

/** Who is in one document at other nodes, as each told last. */
export function createElsewhere() {
  const nodes = new Map<NodeId, Known>()
  const all = (): Present[] => [...nodes.values()].flatMap(({ people }) => people)
  const stays = (client: number) => all().some((one) => one.client === client)
  const goneOf = (before: readonly Present[]): number[] =>
    before.map(({ client }) => client).filter((client) => !stays(client))

  return {
    all,
    /** Who speaks for this client id there. */
    personOf: (client: number): PersonId | undefined => all().find((one) => one.client === client)?.person,
    /** A node's list, heard now: who is to be told of, and who went. */
    hear(node: NodeId, { turn, people }: PresentList, now: number): { here: Present[]; gone: number[] } {
      const before = nodes.get(node)
      if (before && turn < before.turn) return { here: [], gone: [] }
      const same = JSON.stringify(before?.people ?? []) === JSON.stringify(people)
      const tell = !same || now - (before?.toldMs ?? 0) > AGAIN_MS
      nodes.set(node, { turn, heardMs: now, toldMs: tell ? now : (before?.toldMs ?? 0), people })
      return { here: tell ? people : [], gone: goneOf(before?.people ?? []) }
    },
    /** Nodes that were not heard since then are gone, with whom they had. */
    silentSince(ms: number): number[] {
      const silent = [...nodes].filter(([, { heardMs }]) => heardMs < ms)
      for (const [node] of silent) nodes.delete(node)
      return goneOf(silent.flatMap(([, { people }]) => people))
    },
  }
}
